/** The door of the operator console. */
@NullMarked
package dev.idem.admin.web;

import org.jspecify.annotations.NullMarked;
