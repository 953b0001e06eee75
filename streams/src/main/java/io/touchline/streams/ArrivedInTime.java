package io.touchline.streams;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.MeanLevel;
import io.touchline.domain.MeanRules;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which hours of an outlet had come in their time: one bit for the minute at which an upload
 * begins, all of them for an upload of the hour itself. Bits are only ever set, so the order of
 * arrival makes no difference; how many minutes an upload stands for is asked when they are
 * counted, since the registry may say so later.
 */
final class ArrivedInTime {

  private static final int HOURS = 24;
  private static final int MINUTES = 60;
  private static final long WHOLE_HOUR = (1L << MINUTES) - 1;

  private final KeyValueStore<Bytes, byte[]> store;

  ArrivedInTime(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /**
   * An upload of an hour, or of some minutes of one, came in its time.
   *
   * @return whether that makes the hour one that came in time
   */
  boolean put(String mn, OutletKey.Level level, Instant at, Duration length) {
    Instant day = AveragingPeriod.DAY.startOf(at);
    long[] hours = hours(mn, day);
    int hour = (int) Duration.between(day, at).toHours();
    long bits = level == OutletKey.Level.HOUR ? WHOLE_HOUR : 1L << minuteOf(at);
    long before = hours[hour];
    if ((before | bits) != before) {
      hours[hour] |= bits;
      ByteBuffer row = ByteBuffer.allocate(HOURS * Long.BYTES);
      row.asLongBuffer().put(hours);
      store.put(OutletKey.day(mn, day), row.array());
    }
    long needed = needed(day);
    return !isInTime(before, length, needed) && isInTime(hours[hour], length, needed);
  }

  private static int minuteOf(Instant at) {
    return (int) (at.getEpochSecond() / MINUTES % MINUTES);
  }

  /** Until when an outlet's hours are due by the clock, whether or not anything came since. */
  Instant dueUntil(String mn) {
    byte[] row = store.get(OutletKey.span(mn));
    return row == null ? Instant.EPOCH : Instant.ofEpochSecond(ByteBuffer.wrap(row).getLong());
  }

  void putDueUntil(String mn, Instant until) {
    store.put(
        OutletKey.span(mn),
        ByteBuffer.allocate(Long.BYTES).putLong(until.getEpochSecond()).array());
  }

  /** Of each hour of a day whether it had come in its time, in uploads of that length. */
  Predicate<Instant> of(String mn, Instant day, Duration length) {
    long[] hours = hours(mn, day);
    long needed = needed(day);
    return hour -> isInTime(hours[(int) Duration.between(day, hour).toHours()], length, needed);
  }

  /** An hour formed of its minutes needs so many of them in time. */
  private static long needed(Instant day) {
    return MeanRules.standard().at(MeanLevel.HOUR, day).needed(day);
  }

  private static boolean isInTime(long begun, Duration length, long needed) {
    if (begun == WHOLE_HOUR) {
      return true;
    }
    long covered = 0;
    for (int minute = 0; minute < Math.min(MINUTES, length.toMinutes()); minute++) {
      covered |= begun << minute;
    }
    return Long.bitCount(covered & WHOLE_HOUR) >= needed;
  }

  private long[] hours(String mn, Instant day) {
    long[] hours = new long[HOURS];
    byte[] row = store.get(OutletKey.day(mn, day));
    if (row != null) {
      LongBuffer.wrap(hours).put(ByteBuffer.wrap(row).asLongBuffer());
    }
    return hours;
  }
}
