package io.touchline.contract;

import io.touchline.domain.FrameRef;
import io.touchline.hj212.EscapedLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A line of {@code frames.jsonl} of an evidence dossier: one frame as received, with its place in
 * Kafka.
 *
 * @param hash by which records name it: the first 128 bits of {@code sha256}
 * @param sha256 over the frame's bytes, 64 lower-case hexadecimal digits
 * @param receivedAt when the gateway had all of it
 * @param gateway which took it in, absent where the record does not say; likewise {@code peer}
 * @param frame its bytes, those beyond printable ASCII and the backslash as {@code \xHH}
 */
public record FrameRecord(
    String topic,
    int partition,
    long offset,
    String hash,
    String sha256,
    Instant receivedAt,
    String gateway,
    String peer,
    String frame) {

  /** The frame as it came. */
  public byte[] toBytes() {
    return EscapedLine.bytes(frame.getBytes(StandardCharsets.ISO_8859_1));
  }

  public FrameRef toRef() {
    return new FrameRef(topic, partition, offset, hash);
  }
}
