package io.touchline.portal.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.touchline.contract.PacketHeaders;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A piece that was not accepted.
 *
 * @param partition where it stands on the topic, and {@code offset}
 * @param key MN or peer, null where it has none
 * @param reason its code, as {@code bad-crc} or {@code unknown-mn}
 * @param detail the reason in an English sentence, "" where none was given
 * @param bytes as they came; nobody may write to them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: it is shown
public record Quarantined(
    int partition,
    long offset,
    String key,
    Instant receivedAt,
    String reason,
    String detail,
    String peer,
    String gateway,
    byte[] bytes) {

  private static final String UNKNOWN = "unknown";

  /** What a record of the topic says. */
  public static Quarantined of(ConsumerRecord<byte[], byte[]> record) {
    String received = PacketHeaders.get(record.headers(), PacketHeaders.RECEIVED_AT);
    boolean isTime = received != null && received.matches("\\d{1,15}");
    String reason = PacketHeaders.get(record.headers(), PacketHeaders.REASON);
    String detail = PacketHeaders.get(record.headers(), PacketHeaders.DETAIL);
    return new Quarantined(
        record.partition(),
        record.offset(),
        record.key() == null ? null : new String(record.key(), UTF_8),
        Instant.ofEpochMilli(isTime ? Long.parseLong(received) : record.timestamp()),
        reason == null ? UNKNOWN : reason,
        detail == null ? "" : detail,
        PacketHeaders.get(record.headers(), PacketHeaders.PEER),
        PacketHeaders.get(record.headers(), PacketHeaders.GATEWAY),
        record.value() == null ? new byte[0] : record.value());
  }
}
