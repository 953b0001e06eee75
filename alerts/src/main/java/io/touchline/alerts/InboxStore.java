package io.touchline.alerts;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;

/** The inbox's own tables: how far it has come, and what it set aside. */
final class InboxStore {

  private final String inbox;
  private final Clock clock;

  InboxStore(String inbox, Clock clock) {
    this.inbox = inbox;
    this.clock = clock;
  }

  /** The next offset of each partition; a partition not met before begins at 0. */
  Map<TopicPartition, Long> offsets(Handle handle, List<TopicPartition> partitions) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (TopicPartition partition : partitions) {
      handle
          .createUpdate(
              """
              insert into alerts.inbox_offset (inbox, topic, part, next_offset)
              values (:inbox, :topic, :part, 0) on conflict do nothing""")
          .bind("inbox", inbox)
          .bind("topic", partition.topic())
          .bind("part", partition.partition())
          .execute();
      offsets.put(
          partition,
          handle
              .createQuery(
                  """
                  select next_offset from alerts.inbox_offset
                  where inbox = :inbox and topic = :topic and part = :part""")
              .bind("inbox", inbox)
              .bind("topic", partition.topic())
              .bind("part", partition.partition())
              .mapTo(Long.class)
              .one());
    }
    return offsets;
  }

  /**
   * Moves one offset on, and with it the row's lock until the transaction ends.
   *
   * @throws IllegalStateException where another process of the same inbox has moved it meanwhile:
   *     what this one holds is then no longer the next to apply
   */
  void advance(Handle handle, TopicPartition partition, long from, long to) {
    int moved =
        handle
            .createUpdate(
                """
                update alerts.inbox_offset set next_offset = :to
                where inbox = :inbox and topic = :topic and part = :part and next_offset = :from""")
            .bind("inbox", inbox)
            .bind("topic", partition.topic())
            .bind("part", partition.partition())
            .bind("from", from)
            .bind("to", to)
            .execute();
    if (moved != 1) {
      throw new IllegalStateException(
          "another process reads " + partition + " for inbox '" + inbox + "' too; starting over");
    }
  }

  void park(Handle handle, ConsumerRecord<byte[], byte[]> record, String reason) {
    handle
        .createUpdate(
            """
            insert into alerts.inbox_parked
              (inbox, topic, part, record_offset, record_key, record_value, reason, parked_at)
            values (:inbox, :topic, :part, :offset, :key, :value, :reason, :at)
            on conflict do nothing""")
        .bind("inbox", inbox)
        .bind("topic", record.topic())
        .bind("part", record.partition())
        .bind("offset", record.offset())
        .bind("key", record.key())
        .bind("value", record.value())
        .bind("reason", reason.replace("\0", "\\0"))
        .bind("at", Timestamp.from(clock.instant()))
        .execute();
  }
}
