package io.touchline.streams;

import io.touchline.domain.Decimal;
import io.touchline.domain.FrameRef;
import io.touchline.domain.Measurement;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whatever a logger may say, and frames that it may say it in. */
final class RandomUploads {

  private RandomUploads() {}

  static UploadRow row(Random random, Instant at) {
    SortedMap<String, UploadRow.Datum> data = new TreeMap<>();
    List<FrameRef> frames = frames(random, 3);
    for (int factor = random.nextInt(14); factor > 0; factor--) {
      int frame = random.nextInt(frames.size());
      data.put(
          "a" + random.nextInt(99_999),
          new UploadRow.Datum(
              new Measurement(
                  number(random),
                  number(random),
                  number(random),
                  List.of("N", "D", "", "n", "故障").get(random.nextInt(5))),
              at.plusMillis(frame * 1000L - random.nextInt(2)),
              frames.get(frame)));
    }
    return new UploadRow(data);
  }

  /** Null, none, a usual one, one with zeros behind, one longer than a long. */
  static Decimal number(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> null;
      case 1 -> Decimal.of("0.00");
      case 2 -> Decimal.of("-" + random.nextInt(300) + ".50");
      case 3 -> new Decimal(new BigDecimal(new BigInteger(110, random).negate(), 30));
      case 4 -> new Decimal(BigDecimal.valueOf(Long.MIN_VALUE, random.nextInt(20)));
      default -> new Decimal(BigDecimal.valueOf(random.nextInt(5_000_000), random.nextInt(5)));
    };
  }

  static List<FrameRef> frames(Random random, int size) {
    List<FrameRef> frames = new ArrayList<>();
    for (int frame = 0; frame < size; frame++) {
      frames.add(
          frame(
              random,
              random.nextInt(20) == 0 ? "other" : "touchline.packets",
              random.nextInt(20) == 0 ? 1 : 3,
              random.nextLong() >>> (1 + random.nextInt(40))));
    }
    return frames;
  }

  static FrameRef frame(Random random, String topic, int partition, long offset) {
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    return new FrameRef(topic, partition, offset, FrameHash.of(bytes));
  }
}
