/**
 * What must be durable about exceedances: the ledger and the alerts in PostgreSQL, written with
 * their offsets.
 */
package io.touchline.alerts;
