package io.touchline.alerts.cases;

import io.touchline.alerts.Database;
import io.touchline.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the outbox to its topics, each line exactly once and in order, on a thread of its own.
 *
 * <p>A batch gets its number in PostgreSQL, leaves as one Kafka transaction with that number in its
 * headers, and is ticked off. Who dies between the last two leaves one batch in doubt; whoever
 * comes next looks at the ends of the topics whether it is there. Kafka's fencing lets one process
 * at a time do this.
 */
public final class OutboxPublisher implements AutoCloseable {

  static final String BATCH = "outbox-batch";

  private static final Logger LOG = LoggerFactory.getLogger(OutboxPublisher.class);
  private static final Duration EVERY = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final int TIMEOUT = 15_000;

  private final Database database;
  private final Map<String, Object> kafka;
  private final Topics topics;
  private final Clock clock;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "case-outbox");
  private volatile String trouble;

  /**
   * Made but not sending yet.
   *
   * @param kafka client settings, {@code bootstrap.servers} at least
   */
  public OutboxPublisher(Database database, Map<String, Object> kafka, Topics topics, Clock clock) {
    this.database = database;
    this.kafka = kafka;
    this.topics = topics;
    this.clock = clock;
  }

  public void start() {
    thread.start();
  }

  /** What keeps it from sending, null while all is well. */
  public String trouble() {
    return trouble;
  }

  private void run() {
    Duration wait = EVERY;
    while (!pause(wait)) {
      try (Producer<byte[], byte[]> producer = producer()) {
        producer.initTransactions();
        settle();
        trouble = null;
        wait = EVERY;
        while (!pause(send(producer) ? Duration.ZERO : EVERY)) {
          trouble = null;
        }
      } catch (RuntimeException e) {
        trouble = String.valueOf(e.getMessage());
        LOG.atWarn()
            .addKeyValue("cause", e.toString())
            .log("the outbox is interrupted; what it holds stays due");
        wait =
            wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
      }
    }
  }

  private Producer<byte[], byte[]> producer() {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topics.cases().name() + "-outbox");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT / 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TIMEOUT);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Whether the batch in doubt is there already; nobody else sends meanwhile. */
  private void settle() {
    List<Long> doubtful = database.jdbi().withHandle(OutboxRows::inDoubt);
    if (doubtful.isEmpty()) {
      return;
    }
    List<Long> there =
        new OutboxTail(kafka, topics)
            .batches(OutboxRows.BATCH_SIZE).stream().filter(doubtful::contains).toList();
    database
        .jdbi()
        .useTransaction(
            handle -> {
              there.forEach(batch -> OutboxRows.tickOff(handle, batch, clock.instant()));
              OutboxRows.release(handle);
            });
  }

  /** Whether there may be more. */
  private boolean send(Producer<byte[], byte[]> producer) {
    List<OutboxRows.Row> rows = database.jdbi().inTransaction(OutboxRows::take);
    if (rows.isEmpty()) {
      return false;
    }
    long batch = rows.get(0).batch();
    producer.beginTransaction();
    for (OutboxRows.Row row : rows) {
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(
              topic(row.kind()),
              row.key().getBytes(StandardCharsets.UTF_8),
              row.value().getBytes(StandardCharsets.UTF_8));
      record.headers().add(BATCH, Long.toString(batch).getBytes(StandardCharsets.UTF_8));
      // What became of it is said by the commit.
      var unused = producer.send(record);
    }
    producer.commitTransaction();
    database.jdbi().useTransaction(handle -> OutboxRows.tickOff(handle, batch, clock.instant()));
    return rows.size() == OutboxRows.BATCH_SIZE;
  }

  private String topic(Outbox.Kind kind) {
    return switch (kind) {
      case CASE_EVENT -> topics.cases().name();
      case CASE_STATE -> topics.caseStates().name();
      case CARD_LIST -> topics.cardLists().name();
    };
  }

  /** Whether it is to end. */
  private boolean pause(Duration duration) {
    try {
      return closing.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(2L * TIMEOUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
