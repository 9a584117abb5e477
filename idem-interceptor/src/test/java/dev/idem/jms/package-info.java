@NullMarked
package dev.idem.jms;

import org.jspecify.annotations.NullMarked;
