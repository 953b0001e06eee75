/**
 * The outside: one way each to hand a message over. A channel decides nothing; it says whether the
 * message was delivered, should be tried again, or will never be taken. Retries, limits and records
 * are the courier's.
 */
package io.touchline.alerts.channel;
