/** The interceptor, the portable extension, the operations of a deployment and their configuration. */
@NullMarked
package dev.idem.cdi;

import org.jspecify.annotations.NullMarked;
