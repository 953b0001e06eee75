/** What must be durable about exceedances: the ledger in PostgreSQL, written with its offset. */
package io.touchline.alerts;
