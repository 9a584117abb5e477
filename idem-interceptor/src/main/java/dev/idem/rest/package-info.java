/**
 * HTTP and Jakarta REST: whose request a thread serves and with which key, problems for exceptions, responses as stored
 * results.
 */
@NullMarked
package dev.idem.rest;

import org.jspecify.annotations.NullMarked;
