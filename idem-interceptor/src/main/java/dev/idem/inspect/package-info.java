/**
 * What an operator's tool sees and may do: records, failed attempts, requests, the catalogue, the audit trail. The only
 * door of the console; a WAR of one's own may use it too, by injection.
 */
@NullMarked
package dev.idem.inspect;

import org.jspecify.annotations.NullMarked;
