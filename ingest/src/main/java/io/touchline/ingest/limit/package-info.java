/**
 * Who may come, how often, and who has to wait: rules with time as an argument. No connections and
 * no Kafka here. Every table is bounded.
 */
package io.touchline.ingest.limit;
