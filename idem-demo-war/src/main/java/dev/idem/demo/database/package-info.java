/** The data source and its migrations. */
@NullMarked
package dev.idem.demo.database;

import org.jspecify.annotations.NullMarked;
