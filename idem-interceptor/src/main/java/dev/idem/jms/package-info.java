/**
 * Messages of the Jakarta Messaging API as arguments: their key, their fingerprint, their form as JSON, and messages
 * rebuilt from it.
 */
@NullMarked
package dev.idem.jms;

import org.jspecify.annotations.NullMarked;
