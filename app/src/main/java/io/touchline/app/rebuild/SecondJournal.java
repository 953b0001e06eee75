package io.touchline.app.rebuild;

import io.touchline.app.Complaint;
import io.touchline.app.Directories;
import io.touchline.app.StopSignals;
import io.touchline.app.TopicOffsets;
import io.touchline.app.broker.TopicCreator;
import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import io.touchline.streams.JournalSettings;
import io.touchline.streams.JournalStreams;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** A journal beside the one at work: the same sources, results in topics and stores of its own. */
public final class SecondJournal implements AutoCloseable {

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int LOOKS_BETWEEN_WORDS = 5;

  /** Overdue periods wait two seconds for parts, sums are told once a second. */
  private static final int QUIET_LOOKS = 8;

  private final Topics topics;
  private final Map<String, Object> client;
  private final Path state;
  private final boolean keep;
  private final JournalStreams journal;

  /**
   * Makes its topics and starts it, from the first frame there is.
   *
   * @param client properties of Kafka clients
   * @param topics where it writes; their sources are those of the journal at work
   * @param state directory for its stores
   * @param keep whether its topics stay when it is closed
   * @throws Complaint where another one is at work
   */
  public SecondJournal(
      Map<String, Object> client,
      Topics topics,
      JournalSettings settings,
      Path state,
      int threads,
      boolean keep) {
    this.topics = topics;
    this.client = client;
    this.keep = keep;
    this.state = state;
    removeAll(false);
    deleteState();
    try (Admin admin = Admin.create(client)) {
      new TopicCreator(admin).apply(topics.derived());
    }
    journal = new JournalStreams(topics, settings, client, state, threads);
    journal.start();
  }

  /**
   * Waits until it has read all there is and nothing moves any more.
   *
   * @param progress hears from time to time how many percent of the frames are read
   * @return false where somebody asked to stop
   * @throws Complaint where it gives up
   */
  public boolean catchUp(StopSignals signals, IntConsumer progress) throws InterruptedException {
    try (TopicOffsets offsets = new TopicOffsets(client)) {
      List<Map<TopicPartition, Long>> before = List.of();
      for (int looks = 0, quiet = 0; quiet < QUIET_LOOKS; looks++) {
        if (signals.await(LOOK.toMillis())) {
          return false;
        }
        if (journal.hasFailed()) {
          throw Complaint.of("streams.failed", state);
        }
        if (looks % LOOKS_BETWEEN_WORDS == 0) {
          progress.accept(percent(offsets));
        }
        List<Map<TopicPartition, Long>> now =
            topics.derived().stream().map(topic -> offsets.ends(topic.name())).toList();
        quiet = now.equals(before) && hasReadAll(offsets) ? quiet + 1 : 0;
        before = now;
      }
    }
    return true;
  }

  private int percent(TopicOffsets offsets) {
    String packets = topics.packets().name();
    long all = offsets.ends(packets).values().stream().mapToLong(Long::longValue).sum();
    return all == 0 ? 100 : (int) (100 * offsets.readBy(group(), packets) / all);
  }

  private boolean hasReadAll(TopicOffsets offsets) {
    return Stream.concat(topics.sources().stream(), topics.betweenSteps().stream())
        .allMatch(topic -> offsets.isReadBy(group(), topic.name()));
  }

  private String group() {
    return JournalStreams.applicationId(topics);
  }

  @Override
  public void close() {
    journal.close();
    if (!keep) {
      removeAll(true);
    }
    deleteState();
  }

  /**
   * Its topics, what Kafka Streams keeps of it, and its group.
   *
   * @param ours whether who is in the group is known to be gone, and need not be waited for
   */
  private void removeAll(boolean ours) {
    try (Admin admin = Admin.create(client)) {
      if (admin.listGroups().all().get().stream()
          .anyMatch(found -> found.groupId().equals(group()))) {
        if (ours) {
          admin
              .removeMembersFromConsumerGroup(group(), new RemoveMembersFromConsumerGroupOptions())
              .all()
              .get();
        }
        admin.deleteConsumerGroups(List.of(group())).all().get();
      }
      List<String> derived = topics.derived().stream().map(Topic::name).toList();
      List<String> own =
          admin.listTopics().names().get().stream()
              .filter(name -> derived.contains(name) || name.startsWith(group() + "-"))
              .toList();
      admin.deleteTopics(own).all().get();
    } catch (ExecutionException | KafkaException e) {
      throw Complaint.because(e, "rebuild.remove", group(), e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deleteState() {
    try {
      Directories.delete(state);
    } catch (IOException e) {
      throw Complaint.because(e, "rebuild.state", state);
    }
  }
}
