@NullMarked
package dev.idem.admin.api;

import org.jspecify.annotations.NullMarked;
