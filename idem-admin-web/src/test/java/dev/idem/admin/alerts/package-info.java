@NullMarked
package dev.idem.admin.alerts;

import org.jspecify.annotations.NullMarked;
