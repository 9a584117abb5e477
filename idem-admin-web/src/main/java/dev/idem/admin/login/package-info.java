/** Logging in and out, and choosing a password. */
@NullMarked
package dev.idem.admin.login;

import org.jspecify.annotations.NullMarked;
