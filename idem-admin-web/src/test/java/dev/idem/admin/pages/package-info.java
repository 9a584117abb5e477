/** The console's pages over HTTP and in a browser. */
@NullMarked
package dev.idem.admin.pages;

import org.jspecify.annotations.NullMarked;
