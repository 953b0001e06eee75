package io.touchline.app.demo;

import io.touchline.app.TopicOffsets;
import io.touchline.contract.Topics;
import io.touchline.streams.JournalStreams;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Waits until the journal has judged what the gateway took in. */
final class Settling {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long LOOK_MILLIS = 250;

  /** The journal lets an overdue period wait two seconds for more of its parts. */
  private static final int QUIET_LOOKS = 10;

  private Settling() {}

  /** Returns when nothing moves any more, or after a while all the same: a restart goes on. */
  static void await(Topics topics, Map<String, Object> client) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String journal = JournalStreams.applicationId(topics);
    try (TopicOffsets offsets = new TopicOffsets(client)) {
      List<Map<TopicPartition, Long>> before = List.of();
      int quiet = 0;
      while (quiet < QUIET_LOOKS && System.nanoTime() < deadline) {
        Thread.sleep(LOOK_MILLIS);
        List<Map<TopicPartition, Long>> now =
            List.of(offsets.ends(topics.means().name()), offsets.ends(topics.exceedances().name()));
        boolean still = now.equals(before) && offsets.isReadBy(journal, topics.packets().name());
        quiet = still ? quiet + 1 : 0;
        before = now;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
