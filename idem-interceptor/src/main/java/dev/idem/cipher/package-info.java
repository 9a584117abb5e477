/** Payloads at rest: their envelope, AES-GCM, and the keys in {@code idem.cipher.*}. */
@NullMarked
package dev.idem.cipher;

import org.jspecify.annotations.NullMarked;
