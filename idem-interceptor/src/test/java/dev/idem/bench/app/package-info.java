/** The application that the benchmark deploys: the contenders, and what calls them. */
@NullMarked
package dev.idem.bench.app;

import org.jspecify.annotations.NullMarked;
