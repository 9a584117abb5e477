/** Tells people elsewhere, by a webhook or by mail, what wants their attention. */
@NullMarked
package dev.idem.admin.alerts;

import org.jspecify.annotations.NullMarked;
