package io.touchline.streams;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.totals.TotalPeriod;
import io.touchline.domain.watch.DataLevel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of the journal's stores: MN, a zero byte, a tag, and where it applies the seconds since 1970
 * in four bytes, so that the rows of one outlet and kind lie together in order of time.
 */
final class OutletKey {

  /** What a row of {@code uploads} holds; the tags sort minutes before hours before days. */
  enum Level {
    MINUTE('m'),
    HOUR('q'),
    DAY('z');

    private final byte tag;

    Level(char tag) {
      this.tag = (byte) tag;
    }

    /** The same, as the watch over what has not come names it. */
    DataLevel watched() {
      return switch (this) {
        case MINUTE -> DataLevel.MINUTE;
        case HOUR -> DataLevel.HOUR;
        case DAY -> DataLevel.DAY;
      };
    }

    /** The level at which a logger sends its own means of hours or days. */
    static Level reported(AveragingPeriod period) {
      return period == AveragingPeriod.HOUR ? HOUR : DAY;
    }
  }

  private static final int TIME_BYTES = Integer.BYTES;

  private static final byte MINUTES_TAG = 'n';
  private static final byte HOUR_TAG = 'H';
  private static final byte DAY_TAG = 'D';
  private static final byte MEAN_OF_MONTH_TAG = 'N';
  private static final byte FINDING_TAG = 'F';
  private static final byte MARK_TAG = 'K';
  private static final byte SAMPLE_TAG = 'L';
  private static final byte MONTH_TAG = 'S';
  private static final byte SPAN_TAG = 'P';
  private static final byte RATE_TAG = 'R';
  private static final byte ARRIVAL_TAG = 'A';
  private static final byte MASS_TAG = 'M';
  private static final byte TOTAL_TAG = 'T';
  private static final byte STATE_TAG = 'B';
  private static final byte RUNNING_TAG = 'C';
  private static final byte INLET_TAG = 'I';

  private OutletKey() {}

  static Bytes upload(String mn, Level level, Instant at) {
    return timed(mn, level.tag, new byte[0], at);
  }

  /** The minutes of an hour in one row; sorts after minutes and before hours. */
  static Bytes minutes(String mn, Instant hour) {
    return timed(mn, MINUTES_TAG, new byte[0], hour);
  }

  static Bytes period(String mn, AveragingPeriod period, Instant start) {
    return timed(mn, tagOf(period), new byte[0], start);
  }

  /** Before every episode of that factor from this instant on. */
  static Bytes episodesFrom(String mn, AveragingPeriod period, String factor, Instant from) {
    byte[] name = (factor + '\0').getBytes(StandardCharsets.UTF_8);
    return timed(mn, tagOf(period), name, from);
  }

  static Bytes episode(
      String mn, AveragingPeriod period, String factor, Instant from, String rule) {
    byte[] start = episodesFrom(mn, period, factor, from).get();
    byte[] name = rule.getBytes(StandardCharsets.UTF_8);
    return Bytes.wrap(ByteBuffer.allocate(start.length + name.length).put(start).put(name).array());
  }

  /** A factor of an outlet whose days are to be counted again. */
  static Bytes uncounted(String mn, AveragingPeriod period, String factor) {
    return Bytes.wrap(
        String.join("\0", mn, period.name(), factor).getBytes(StandardCharsets.UTF_8));
  }

  /** MN, period and factor of a key made by {@link #uncounted}. */
  static String[] partsOfUncounted(Bytes key) {
    return new String(key.get(), StandardCharsets.UTF_8).split("\0", -1);
  }

  /** One version of a mark, named by its bytes too: nothing ever replaces one. */
  static Bytes mark(String mn, Instant from, byte[] version) {
    byte[] name = ('\0' + FrameHash.of(version)).getBytes(StandardCharsets.UTF_8);
    byte[] start = timed(mn, MARK_TAG, new byte[0], from).get();
    return Bytes.wrap(ByteBuffer.allocate(start.length + name.length).put(start).put(name).array());
  }

  /** Before every mark of an outlet. */
  static Bytes firstMark(String mn) {
    return timed(mn, MARK_TAG, new byte[0], Instant.EPOCH);
  }

  /** After every mark of an outlet. */
  static Bytes lastMark(String mn) {
    return timed(mn, (byte) (MARK_TAG + 1), new byte[0], Instant.EPOCH);
  }

  /** One version of a factor of a sample, named by its bytes too: nothing ever replaces one. */
  static Bytes sample(String mn, String id, String factor, byte[] version) {
    return sample(mn, id + '\0' + factor + '\0' + FrameHash.of(version));
  }

  /** Before every version of a factor of a sample. */
  static Bytes firstSample(String mn, String id, String factor) {
    return sample(mn, id + '\0' + factor + '\0');
  }

  /** After every version of a factor of a sample. */
  static Bytes lastSample(String mn, String id, String factor) {
    return sample(mn, id + '\0' + factor + '\1');
  }

  /** Before every sample of an outlet. */
  static Bytes firstSample(String mn) {
    return sample(mn, "");
  }

  /** After every sample of an outlet. */
  static Bytes lastSample(String mn) {
    return Bytes.wrap((mn + '\0' + (char) (SAMPLE_TAG + 1)).getBytes(StandardCharsets.UTF_8));
  }

  private static Bytes sample(String mn, String name) {
    return Bytes.wrap((mn + '\0' + (char) SAMPLE_TAG + name).getBytes(StandardCharsets.UTF_8));
  }

  /** A day of an outlet and factor whose samples are to be looked at again. */
  static Bytes sampleDay(String mn, String factor, Instant day) {
    String time = Long.toString(day.getEpochSecond());
    return Bytes.wrap(String.join("\0", mn, factor, time).getBytes(StandardCharsets.UTF_8));
  }

  /** MN, factor and seconds since 1970 of a key made by {@link #sampleDay}. */
  static String[] partsOfSampleDay(Bytes key) {
    return new String(key.get(), StandardCharsets.UTF_8).split("\0", -1);
  }

  /** What is said of a factor ("" for the station as a whole) under one name, by its beginning. */
  static Bytes finding(String mn, String name, String factor, Instant from) {
    byte[] about = (name + '\0' + factor + '\0').getBytes(StandardCharsets.UTF_8);
    return timed(mn, FINDING_TAG, about, from);
  }

  /** Before every finding of an outlet. */
  static Bytes firstFinding(String mn) {
    return timed(mn, FINDING_TAG, new byte[0], Instant.EPOCH);
  }

  /** After every finding of an outlet. */
  static Bytes lastFinding(String mn) {
    return timed(mn, (byte) (FINDING_TAG + 1), new byte[0], Instant.EPOCH);
  }

  /** The mass of a factor in an hour. */
  static Bytes mass(String mn, String factor, Instant hour) {
    return timed(mn, MASS_TAG, (factor + '\0').getBytes(StandardCharsets.UTF_8), hour);
  }

  /** The outlet of a key made by {@link #mass}. */
  static String mnOfMass(Bytes key) {
    return textUntilZero(key.get(), 0);
  }

  /** The factor of a key made by {@link #mass}. */
  static String factorOfMass(Bytes key) {
    byte[] bytes = key.get();
    int tag = mnOfMass(key).getBytes(StandardCharsets.UTF_8).length + 1;
    return textUntilZero(bytes, tag + 1);
  }

  private static String textUntilZero(byte[] bytes, int from) {
    int end = from;
    while (bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  /** The sum of a factor over a period. */
  static Bytes total(String mn, String factor, TotalPeriod period, Instant start) {
    byte[] name = (factor + '\0' + period.name()).getBytes(StandardCharsets.UTF_8);
    return timed(mn, TOTAL_TAG, name, start);
  }

  /** Before every sum of an outlet. */
  static Bytes firstTotal(String mn) {
    return timed(mn, TOTAL_TAG, new byte[0], Instant.EPOCH);
  }

  /** After every sum of an outlet. */
  static Bytes lastTotal(String mn) {
    return timed(mn, (byte) (TOTAL_TAG + 1), new byte[0], Instant.EPOCH);
  }

  /** What came in time of a day of an outlet. */
  static Bytes day(String mn, Instant start) {
    return timed(mn, ARRIVAL_TAG, new byte[0], start);
  }

  /** First and last hour of an outlet. */
  static Bytes span(String mn) {
    return timed(mn, SPAN_TAG, new byte[0], Instant.EPOCH);
  }

  /** The counted day of an outlet. */
  static Bytes rate(String mn, Instant day) {
    return timed(mn, RATE_TAG, new byte[0], day);
  }

  /** What was said of a facility in a minute. */
  static Bytes facility(String mn, String facility, Instant minute) {
    return timed(mn, STATE_TAG, (facility + '\0').getBytes(StandardCharsets.UTF_8), minute);
  }

  /** An hour that another logger measured before the outlet's treatment. */
  static Bytes inletHour(String mn, String inlet, Instant hour) {
    return timed(mn, INLET_TAG, (inlet + '\0').getBytes(StandardCharsets.UTF_8), hour);
  }

  /** How long a facility ran on a day, as it was said. */
  static Bytes facilityDay(String mn, String facility, Instant day) {
    return timed(mn, RUNNING_TAG, (facility + '\0').getBytes(StandardCharsets.UTF_8), day);
  }

  /** A calendar month of an outlet; {@link #mnOf} and {@link #timeOf} read it. */
  static Bytes month(String mn, Instant start) {
    return timed(mn, MONTH_TAG, new byte[0], start);
  }

  /** The time at the end of a key made by {@link #upload} or {@link #period}. */
  static Instant timeOf(Bytes key) {
    byte[] bytes = key.get();
    int seconds = ByteBuffer.wrap(bytes).getInt(bytes.length - TIME_BYTES);
    return Instant.ofEpochSecond(Integer.toUnsignedLong(seconds));
  }

  /** The period at the end of a key made by {@link #period}. */
  static AveragingPeriod periodOf(Bytes key) {
    byte[] bytes = key.get();
    return switch (bytes[bytes.length - TIME_BYTES - 1]) {
      case HOUR_TAG -> AveragingPeriod.HOUR;
      case DAY_TAG -> AveragingPeriod.DAY;
      default -> AveragingPeriod.MONTH;
    };
  }

  /** The outlet of a key made by {@link #period}. */
  static String mnOf(Bytes key) {
    byte[] bytes = key.get();
    return new String(bytes, 0, bytes.length - TIME_BYTES - 2, StandardCharsets.UTF_8);
  }

  private static byte tagOf(AveragingPeriod period) {
    return switch (period) {
      case HOUR -> HOUR_TAG;
      case DAY -> DAY_TAG;
      case MONTH -> MEAN_OF_MONTH_TAG;
    };
  }

  private static Bytes timed(String mn, byte tag, byte[] name, Instant at) {
    byte[] outlet = mn.getBytes(StandardCharsets.UTF_8);
    ByteBuffer key = ByteBuffer.allocate(outlet.length + 2 + name.length + TIME_BYTES);
    key.put(outlet).put((byte) 0).put(tag).put(name);
    key.putInt((int) Math.max(0, Math.min(at.getEpochSecond(), 0xFFFF_FFFFL)));
    return Bytes.wrap(key.array());
  }
}
