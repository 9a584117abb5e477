/** Tells people elsewhere, by a webhook, what wants their attention. */
@NullMarked
package dev.idem.admin.alerts;

import org.jspecify.annotations.NullMarked;
