/** The users of the console's own login, for administrators. */
@NullMarked
package dev.idem.admin.users;

import org.jspecify.annotations.NullMarked;
