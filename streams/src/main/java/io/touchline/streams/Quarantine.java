package io.touchline.streams;

import io.touchline.contract.PacketHeaders;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** What the journal cannot use, whole, with the reason beside it. */
final class Quarantine {

  private Quarantine() {}

  /** The record with its reason added to the headers that it came with. */
  static Record<String, byte[]> of(Record<String, byte[]> record, String reason, String detail) {
    Headers headers = new RecordHeaders(record.headers());
    PacketHeaders.put(headers, PacketHeaders.REASON, reason);
    PacketHeaders.put(headers, PacketHeaders.DETAIL, detail);
    return record.withHeaders(headers);
  }
}
