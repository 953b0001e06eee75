package io.touchline.streams;

import io.touchline.contract.QualityRecord;
import io.touchline.domain.Measurement;
import io.touchline.streams.JournalEvent.FrameRead;
import io.touchline.streams.UploadRow.Datum;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Two different uploads of one datum, told once per datum and pair. Which one stands is not decided
 * here; the other stays in {@code packets}, and is named by its hash.
 */
final class Conflicts {

  private static final String SOURCE = "journal";
  private static final int PAIR_BYTES = Long.BYTES;
  private static final int HEX_PER_PAIR = 2 * PAIR_BYTES;

  /** A logger that says something else of a moment again and again is known well enough then. */
  private static final int MOST_PAIRS = 32;

  private final KeyValueStore<Bytes, byte[]> told;

  Conflicts(KeyValueStore<Bytes, byte[]> told) {
    this.told = told;
  }

  /** What is to be told of an upload that comes to a row of the same moment. */
  List<QualityRecord> between(Bytes key, FrameRead frame, UploadRow before, UploadRow after) {
    List<QualityRecord> records = new ArrayList<>();
    UploadRow.of(frame.upload(), frame.sentAt())
        .data()
        .forEach(
            (factor, datum) -> {
              Datum known = before.data().get(factor);
              if (known != null
                  && !known.measurement().saysTheSameAs(datum.measurement())
                  && isNews(key, factor, known, datum)) {
                Datum standing = after.data().get(factor);
                records.add(
                    record(frame, factor, standing, standing.equals(known) ? datum : known));
              }
            });
    return records;
  }

  private boolean isNews(Bytes key, String factor, Datum one, Datum other) {
    long pair = pairOf(factor, one, other);
    byte[] pairs = told.get(key);
    ByteBuffer known = ByteBuffer.wrap(pairs == null ? new byte[0] : pairs);
    while (known.hasRemaining()) {
      if (known.getLong() == pair) {
        return false;
      }
    }
    if (known.capacity() >= MOST_PAIRS * PAIR_BYTES) {
      return false;
    }
    told.put(
        key,
        ByteBuffer.allocate(known.capacity() + PAIR_BYTES)
            .put(known.array())
            .putLong(pair)
            .array());
    return true;
  }

  /** The same whichever came first. */
  private static long pairOf(String factor, Datum one, Datum other) {
    String a = one.measurement().toString();
    String b = other.measurement().toString();
    String both = a.compareTo(b) < 0 ? a + '|' + b : b + '|' + a;
    String hash = FrameHash.of((factor + '|' + both).getBytes(StandardCharsets.UTF_8));
    return Long.parseUnsignedLong(hash.substring(0, HEX_PER_PAIR), 16);
  }

  private static QualityRecord record(FrameRead frame, String factor, Datum standing, Datum other) {
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("level", frame.level().name());
    evidence.put("stands", text(standing.measurement()));
    evidence.put("standsFrame", standing.frame().hash());
    evidence.put("other", text(other.measurement()));
    evidence.put("otherFrame", other.frame().hash());
    String detail =
        "two uploads of one datum: "
            + text(standing.measurement())
            + " stands, another says "
            + text(other.measurement());
    Instant from = frame.at();
    return QualityRecord.of(
        frame.mn(),
        factor,
        QualityRecord.Kind.CONFLICTING_UPLOADS,
        from,
        from.plus(lengthOf(frame.level())),
        null,
        detail,
        evidence,
        SOURCE);
  }

  private static Duration lengthOf(OutletKey.Level level) {
    return switch (level) {
      case MINUTE -> Duration.ofMinutes(1);
      case HOUR -> Duration.ofHours(1);
      case DAY -> Duration.ofDays(1);
    };
  }

  private static String text(Measurement measurement) {
    List<String> parts = new ArrayList<>();
    if (measurement.value() != null) {
      parts.add(measurement.value().toString());
    }
    if (measurement.converted() != null) {
      parts.add("converted " + measurement.converted());
    }
    if (measurement.amount() != null) {
      parts.add("amount " + measurement.amount());
    }
    if (!measurement.flag().isEmpty()) {
      parts.add("flag " + measurement.flag());
    }
    return parts.isEmpty() ? "nothing" : String.join(", ", parts);
  }
}
