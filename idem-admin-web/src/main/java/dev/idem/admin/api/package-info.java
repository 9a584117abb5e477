/** What the pages show and do, as JSON for programs. Knows the pages' words; no page knows it. */
@NullMarked
package dev.idem.admin.api;

import org.jspecify.annotations.NullMarked;
