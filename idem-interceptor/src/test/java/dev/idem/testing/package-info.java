/** What tests share: real databases, each started once in a JVM, and models of the ports. */
@NullMarked
package dev.idem.testing;

import org.jspecify.annotations.NullMarked;
