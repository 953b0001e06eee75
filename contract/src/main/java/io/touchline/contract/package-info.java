/** What crosses Kafka: one topic registry, the record types, their serdes and schemas. */
package io.touchline.contract;
