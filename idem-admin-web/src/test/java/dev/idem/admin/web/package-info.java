@NullMarked
package dev.idem.admin.web;

import org.jspecify.annotations.NullMarked;
