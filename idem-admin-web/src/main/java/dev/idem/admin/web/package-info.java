/** What all pages of the console share: access, headers, rendering, errors. Knows no page. */
@NullMarked
package dev.idem.admin.web;

import org.jspecify.annotations.NullMarked;
