/** Alerts in PostgreSQL: what topics say is folded into them, and who says what of them after. */
package io.touchline.alerts.book;
