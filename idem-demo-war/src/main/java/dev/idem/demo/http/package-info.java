/** What the services share as a web application: its path, its input checks, its problem answers. */
@NullMarked
package dev.idem.demo.http;

import org.jspecify.annotations.NullMarked;
