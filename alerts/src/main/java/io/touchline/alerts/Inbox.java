package io.touchline.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings topics into PostgreSQL, each committed record once. What a batch did and the offset after
 * it are one transaction, so there is no moment at which a crash could lose or double a record.
 *
 * <p>It reads on a thread of its own. Whatever fails (broker, database, another process of the same
 * inbox), it lets go of everything, waits, and begins again at the stored offsets: recovery and
 * start are the same path.
 */
public final class Inbox implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration MEASURE_EVERY = Duration.ofSeconds(1);
  private static final Duration FIRST_WAIT = Duration.ofMillis(200);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final int BATCH = 2_000;

  /** The ends of all partitions as they were at a moment. */
  private record Goal(Map<TopicPartition, Long> ends, Instant at) {}

  private final String name;
  private final Database database;
  private final Map<String, Object> kafka;
  private final List<Applier<?>> appliers;
  private final InboxStore store;
  private final Clock clock;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  private volatile Progress progress = Progress.none();
  private Instant measuredAt;
  private Goal goal;
  private Duration wait = FIRST_WAIT;

  /**
   * Made but not reading yet.
   *
   * @param name names its offsets; two inboxes of one database have two names
   * @param kafka consumer settings, {@code bootstrap.servers} at least
   * @param subscriptions within a batch their topics are applied in this order
   */
  public Inbox(
      String name,
      Database database,
      Map<String, Object> kafka,
      List<Subscription<?>> subscriptions,
      Clock clock) {
    this.name = name;
    this.database = database;
    this.kafka = settings(kafka);
    this.clock = clock;
    this.store = new InboxStore(name, clock);
    this.appliers = subscriptions.stream().<Applier<?>>map(this::applier).toList();
    this.thread = new Thread(this::run, "inbox-" + name);
  }

  private <T> Applier<T> applier(Subscription<T> subscription) {
    return new Applier<>(subscription, store);
  }

  private static Map<String, Object> settings(Map<String, Object> given) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    settings.putAll(given);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // Where to begin is decided in seek(), aloud, never by the client.
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    return settings;
  }

  public void start() {
    thread.start();
  }

  /** Safe for any thread. */
  public Progress progress() {
    return progress;
  }

  private void run() {
    while (!isClosing()) {
      try (Consumer<byte[], byte[]> consumer =
          new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
        readFrom(consumer);
      } catch (RuntimeException e) {
        progress = progress.troubledBy(String.valueOf(e.getMessage()));
        LOG.atWarn()
            .addKeyValue("inbox", name)
            .addKeyValue("waitMillis", wait.toMillis())
            .addKeyValue("cause", e.toString())
            .log("inbox interrupted; it begins again at the stored offsets");
        pause();
      }
    }
  }

  private void readFrom(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        appliers.stream().flatMap(a -> partitions(consumer, a.topic()).stream()).toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> next = seek(consumer, partitions);
    measuredAt = null;
    goal = null;
    while (!isClosing()) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      if (!records.isEmpty()) {
        apply(records, next);
        wait = FIRST_WAIT;
      }
      measure(consumer, next);
    }
  }

  private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
    List<PartitionInfo> found = consumer.partitionsFor(topic);
    if (found == null || found.isEmpty()) {
      throw new IllegalStateException("topic '" + topic + "' does not exist yet");
    }
    return found.stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList();
  }

  private Map<TopicPartition, Long> seek(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
    Map<TopicPartition, Long> next =
        database.jdbi().inTransaction(handle -> store.offsets(handle, partitions));
    Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
    for (TopicPartition partition : partitions) {
      long stored = next.get(partition);
      long kept = first.get(partition);
      boolean gone = stored < kept || stored > end.get(partition);
      if (gone && stored > 0) {
        LOG.atError()
            .addKeyValue("inbox", name)
            .addKeyValue("partition", partition)
            .addKeyValue("stored", stored)
            .addKeyValue("first", kept)
            .addKeyValue("end", end.get(partition))
            .log("the stored offset is not in the topic any more; reading all that it holds");
      }
      consumer.seek(partition, gone ? kept : stored);
    }
    return next;
  }

  private void apply(ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, Long> next) {
    Map<TopicPartition, OffsetAndMetadata> after = records.nextOffsets();
    int parked =
        database
            .jdbi()
            .inTransaction(
                handle -> {
                  after.forEach(
                      (partition, to) ->
                          store.advance(handle, partition, next.get(partition), to.offset()));
                  int setAside = 0;
                  for (Applier<?> applier : appliers) {
                    setAside += applier.apply(handle, records.records(applier.topic()));
                  }
                  return setAside;
                });
    after.forEach((partition, to) -> next.put(partition, to.offset()));
    progress = progress.appliedMore(records.count() - parked, parked);
  }

  /**
   * Says how fresh the database is. Asks the broker for the ends now and then, since an empty poll
   * also comes from no broker; and is up to date as of that moment once it has passed those ends,
   * however much came after them.
   */
  private void measure(Consumer<?, ?> consumer, Map<TopicPartition, Long> next) {
    Instant now = clock.instant();
    if (measuredAt == null || !measuredAt.plus(MEASURE_EVERY).isAfter(now)) {
      Map<TopicPartition, Long> ends = consumer.endOffsets(next.keySet());
      progress = progress.measured(distance(consumer, ends));
      measuredAt = now;
      wait = FIRST_WAIT;
      if (goal == null) {
        goal = new Goal(ends, now);
      }
    }
    if (goal != null && distance(consumer, goal.ends()) == 0) {
      progress = progress.caughtUpWith(goal.at());
      goal = null;
    }
  }

  /** Records from where it is; the position also passes transaction markers. */
  private static long distance(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
        .sum();
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void pause() {
    try {
      if (closing.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      closing.countDown();
      Thread.currentThread().interrupt();
    }
    Duration doubled = wait.multipliedBy(2);
    wait = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
  }

  /** Finishes the batch in hand and stops reading. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(LONGEST_WAIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
