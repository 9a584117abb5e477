/** The code that README.md shows, between {@code // snippet} and {@code // end}. */
package dev.idem.readme;
