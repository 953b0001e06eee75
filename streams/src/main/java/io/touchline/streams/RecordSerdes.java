package io.touchline.streams;

import org.apache.kafka.common.serialization.Serde;

/** How the journal puts its records on topics. */
interface RecordSerdes {

  <T> Serde<T> of(Class<T> type);
}
