package io.touchline.ingest.door;

import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Kafka door: takes in what platforms write to topics of their own. A thread of its own reads,
 * checks and writes in transactions, so that a crash neither loses a frame nor takes one twice.
 *
 * <p>After any failure both clients are made anew. Making the producer settles what became of the
 * last transaction, and only then does the consumer ask where to go on.
 */
public final class KafkaDoor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaDoor.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LEAVE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final KafkaDoorSettings settings;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Supplier<Producer<byte[], byte[]>> producers;
  private final Intake intake;
  private final DoorMeters meters;
  private final Thread thread = new Thread(this::run, "gateway-kafka-door");
  private volatile boolean closing;

  /** Whether people have been told that it stands still. Of the door's own thread. */
  private boolean away;

  private volatile Consumer<byte[], byte[]> reading;

  /**
   * A door that is not open yet.
   *
   * @param consumers makes one that belongs to the group and commits nothing by itself
   * @param producers makes one with this gateway's transactional id
   * @throws IllegalArgumentException when a platform's topic is one of our own
   */
  public KafkaDoor(
      KafkaDoorSettings settings,
      Topics topics,
      Supplier<Consumer<byte[], byte[]>> consumers,
      Supplier<Producer<byte[], byte[]>> producers,
      Intake intake,
      DoorMeters meters) {
    this.settings = settings;
    this.consumers = consumers;
    this.producers = producers;
    this.intake = intake;
    this.meters = meters;
    for (KafkaDoorSettings.Source source : settings.sources()) {
      if (topics.all().stream().map(Topic::name).anyMatch(source.topic()::equals)) {
        throw new IllegalArgumentException(
            "kafkaDoor names topic " + source.topic() + ", which is one of our own");
      }
    }
  }

  /** Reads from now on, whenever the broker is there. */
  public void open() {
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    while (!closing) {
      Producer<byte[], byte[]> producer = null;
      Consumer<byte[], byte[]> consumer = null;
      try {
        producer = producers.get();
        producer.initTransactions();
        consumer = consumers.get();
        reading = consumer;
        work(new KafkaShift(settings, producer, consumer, intake, meters));
      } catch (WakeupException | InterruptException closed) {
        // Only close() wakes or interrupts.
      } catch (RuntimeException e) {
        // A fault of ours too: nothing is committed, and it is tried again rather than passed over.
        if (!away) {
          away = true;
          tell(e);
        }
      } finally {
        close(producer, consumer);
      }
      pause();
    }
  }

  /** Until it fails or the door is closed. */
  private void work(KafkaShift shift) {
    shift.begin();
    while (!closing) {
      if (shift.takeIn() && away) {
        away = false;
        LOG.atInfo().log("the Kafka door takes frames in again");
      }
    }
  }

  /** Without waiting: what is not committed by now is undone when the producer is made anew. */
  private static void close(Producer<byte[], byte[]> producer, Consumer<byte[], byte[]> consumer) {
    try {
      if (consumer != null) {
        consumer.close(CloseOptions.timeout(LEAVE));
      }
    } catch (KafkaException alreadyTold) {
      // It leaves the group by its session then.
    } finally {
      if (producer != null) {
        producer.close(Duration.ZERO);
      }
    }
  }

  /** Once for each outage, and not for each attempt. */
  private static void tell(RuntimeException e) {
    String text =
        e instanceof AuthorizationException || e.getCause() instanceof AuthorizationException
            ? "the Kafka door is not allowed what it needs; grant the gateway's user what its page"
                + " lists. What platforms write is taken in afterwards"
            : "the Kafka door stands still; it goes on where it stopped when the broker is back";
    LOG.atWarn()
        .addKeyValue("cause", e.toString())
        .addKeyValue("because", String.valueOf(e.getCause()))
        .log(text);
  }

  private void pause() {
    try {
      if (!closing) {
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException e) {
      closing = true;
    }
  }

  /** Ends with the transaction under way, or without it where the broker is away. */
  @Override
  public void close() {
    closing = true;
    Consumer<byte[], byte[]> consumer = reading;
    if (consumer != null) {
      consumer.wakeup();
    }
    try {
      thread.join(PATIENCE.toMillis());
      thread.interrupt();
      thread.join(LEAVE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
