package io.touchline.app.broker;

import io.touchline.app.Complaint;
import io.touchline.contract.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Makes the topics on the broker what the registry of topics says. May run any number of times, and
 * beside another of itself.
 */
public final class TopicCreator {

  private static final Duration LEADERS = Duration.ofSeconds(30);

  private final Admin admin;

  /** Uses a client that the caller closes. */
  public TopicCreator(Admin admin) {
    this.admin = admin;
  }

  /**
   * Creates what is missing and sets what differs; settings of which the registry says nothing stay
   * as they are.
   *
   * @return the names of the topics created
   * @throws Complaint where a topic has another number of partitions: that cannot be mended without
   *     moving outlets away from their state
   */
  public List<String> apply(Collection<Topic> topics) {
    Map<String, TopicDescription> existing = existing(topics);
    List<NewTopic> missing = new ArrayList<>();
    Map<ConfigResource, Collection<AlterConfigOp>> settings = new HashMap<>();
    for (Topic topic : topics) {
      TopicDescription found = existing.get(topic.name());
      if (found == null) {
        missing.add(
            new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                .configs(topic.config()));
      } else if (found.partitions().size() != topic.partitions()) {
        throw Complaint.of(
            "topics.partitions",
            topic.name(),
            Integer.toString(found.partitions().size()),
            Integer.toString(topic.partitions()));
      } else {
        settings.put(
            new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), set(topic.config()));
      }
    }
    admin.createTopics(missing).values().values().forEach(TopicCreator::created);
    awaitLeaders(missing);
    get(admin.incrementalAlterConfigs(settings).all().toCompletionStage().toCompletableFuture());
    return missing.stream().map(NewTopic::name).toList();
  }

  /**
   * Waits until the broker leads every new partition. A producer that comes earlier can have its
   * first batch turned away and its second taken, which leaves it out of sequence.
   */
  private void awaitLeaders(List<NewTopic> created) {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (NewTopic topic : created) {
      for (int partition = 0; partition < topic.numPartitions(); partition++) {
        ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    long deadline = System.nanoTime() + LEADERS.toNanos();
    while (!leads(ends, System.nanoTime() - deadline > 0)) {
      pause();
    }
  }

  /** A broker under load may have created a topic and not heard of it yet. */
  private boolean leads(Map<TopicPartition, OffsetSpec> ends, boolean last) {
    try {
      get(admin.listOffsets(ends).all().toCompletionStage().toCompletableFuture());
      return true;
    } catch (Complaint refused) {
      if (last || !(refused.getCause() instanceof UnknownTopicOrPartitionException)) {
        throw refused;
      }
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private Map<String, TopicDescription> existing(Collection<Topic> topics) {
    Map<String, TopicDescription> existing = new HashMap<>();
    admin
        .describeTopics(topics.stream().map(Topic::name).toList())
        .topicNameValues()
        .forEach(
            (name, future) -> {
              try {
                existing.put(name, future.get());
              } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                  throw Complaint.because(e.getCause(), "topics.broker", e.getCause().getMessage());
                }
              } catch (InterruptedException e) {
                throw interrupted(e);
              }
            });
    return existing;
  }

  private static Collection<AlterConfigOp> set(Map<String, String> config) {
    return config.entrySet().stream()
        .map(
            entry ->
                new AlterConfigOp(
                    new ConfigEntry(entry.getKey(), entry.getValue()), AlterConfigOp.OpType.SET))
        .toList();
  }

  private static void created(KafkaFuture<Void> future) {
    get(
        future
            .toCompletionStage()
            .exceptionally(TopicCreator::somebodyElseWasFaster)
            .toCompletableFuture());
  }

  private static Void somebodyElseWasFaster(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof TopicExistsException) {
      return null;
    }
    throw new CompletionException(cause);
  }

  private static void get(Future<?> future) {
    try {
      future.get();
    } catch (ExecutionException e) {
      throw Complaint.because(e.getCause(), "topics.broker", e.getCause().getMessage());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }
}
