/** What is set, who may do what, what is masked, and where everything is kept. Nothing here changes anything. */
@NullMarked
package dev.idem.admin.settings;

import org.jspecify.annotations.NullMarked;
