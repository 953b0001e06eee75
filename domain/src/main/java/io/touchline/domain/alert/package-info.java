/**
 * Alerts as people work with them: what they are about, how loud they are and why, when they end,
 * and what may be done with one.
 *
 * <p>Pure functions over values; time is an argument. Does not belong here: who is told, and by
 * what means.
 */
package io.touchline.domain.alert;
