package io.touchline.domain;

import java.util.Comparator;

/**
 * Where the proof lies: one frame as received, by its place in Kafka and its hash.
 *
 * @param hash the first 128 bits of SHA-256 over the frame's bytes, 32 lower-case hexadecimal
 *     digits
 */
public record FrameRef(String topic, int partition, long offset, String hash)
    implements Comparable<FrameRef> {

  private static final Comparator<FrameRef> BY_PLACE =
      Comparator.comparing(FrameRef::topic)
          .thenComparingInt(FrameRef::partition)
          .thenComparingLong(FrameRef::offset)
          .thenComparing(FrameRef::hash);

  @Override
  public int compareTo(FrameRef other) {
    return BY_PLACE.compare(this, other);
  }
}
