/**
 * Enforcement cases kept: the chained events, what people may do with them, lists, reminders and
 * checks. The rules are those of {@code domain.cases}; here is where events lie and who may enter
 * them.
 */
package io.touchline.alerts.cases;
