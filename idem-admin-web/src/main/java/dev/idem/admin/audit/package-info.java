/** The audit trail: who did what and why. */
@NullMarked
package dev.idem.admin.audit;

import org.jspecify.annotations.NullMarked;
