package io.touchline.streams;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Days of an outlet and factor whose samples are to be looked at again. They wait a moment, so that
 * a batch of late minutes gives one revision and not one each.
 */
final class SampleDays {

  /** One day of one factor. */
  record Day(String mn, String factor, Instant start) {}

  /** At a time, so that a batch of samples does not hold up the hours; offline nobody waits. */
  private static final int MOST = 100;

  private final WaitingKeys waiting;
  private final int most;

  SampleDays(KeyValueStore<Bytes, byte[]> store, JournalSettings settings) {
    this.waiting = new WaitingKeys(store);
    this.most = settings.atOnce(MOST);
  }

  void lookAt(String mn, String factor, Instant day) {
    waiting.add(OutletKey.sampleDay(mn, factor, day));
  }

  /** Takes out those that wait, or as many as may be looked at now. */
  List<Day> take() {
    return waiting.take(most).stream().map(SampleDays::day).toList();
  }

  private static Day day(Bytes key) {
    String[] parts = OutletKey.partsOfSampleDay(key);
    return new Day(parts[0], parts[1], Instant.ofEpochSecond(Long.parseLong(parts[2])));
  }
}
