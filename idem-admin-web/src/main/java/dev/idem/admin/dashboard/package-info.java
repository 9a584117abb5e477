/** What is up: the figures an operator looks at first. */
@NullMarked
package dev.idem.admin.dashboard;

import org.jspecify.annotations.NullMarked;
