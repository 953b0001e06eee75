package io.touchline.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.touchline.contract.Json;
import io.touchline.ingest.door.KafkaDoorSettings.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads, checks and writes with one pair of clients, until one of them fails. {@link #takeIn} is
 * the map: what is read, what is kept of it, what is told and how far we are become true together.
 */
final class KafkaShift {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaShift.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaDoorSettings settings;
  private final Producer<byte[], byte[]> producer;
  private final Consumer<byte[], byte[]> consumer;
  private final Intake intake;
  private final DoorMeters meters;
  private final RecordPieces pieces = new RecordPieces();
  private final Map<String, Source> sources = new HashMap<>();
  private final Set<String> verdictTopics = new HashSet<>();
  private final AtomicReference<Exception> failed = new AtomicReference<>();

  KafkaShift(
      KafkaDoorSettings settings,
      Producer<byte[], byte[]> producer,
      Consumer<byte[], byte[]> consumer,
      Intake intake,
      DoorMeters meters) {
    this.settings = settings;
    this.producer = producer;
    this.consumer = consumer;
    this.intake = intake;
    this.meters = meters;
    settings.sources().forEach(source -> sources.put(source.topic(), source));
  }

  void begin() {
    for (Source source : settings.sources()) {
      if (source.verdicts()) {
        findVerdictTopic(source.verdictTopic());
      }
    }
    consumer.subscribe(sources.keySet());
  }

  /** Frames matter more than word of them: without its topic none is given. */
  private void findVerdictTopic(String topic) {
    try {
      producer.partitionsFor(topic);
      verdictTopics.add(topic);
    } catch (TimeoutException missing) {
      LOG.atWarn()
          .addKeyValue("topic", topic)
          .log("no verdicts are given: their topic is not there. Create it and start again");
    }
  }

  /** Takes in what has come, if anything; true when it did. */
  boolean takeIn() {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    if (records.isEmpty()) {
      return false;
    }
    List<Examined> examined = new ArrayList<>();
    boolean committed = false;
    try {
      producer.beginTransaction();
      records.forEach(record -> keep(record, examined));
      producer.sendOffsetsToTransaction(positions(records), consumer.groupMetadata());
      producer.commitTransaction();
      committed = true;
    } finally {
      count(examined, committed);
    }
    return true;
  }

  private void keep(ConsumerRecord<byte[], byte[]> record, List<Examined> all) {
    Source source = sources.get(record.topic());
    List<Examined> examined =
        pieces.examine(record, intake, new Sender(source.peer(), source.jurisdiction()));
    all.addAll(examined);
    examined.forEach(piece -> send(piece.record()));
    if (verdictTopics.contains(source.verdictTopic())) {
      RecordVerdict verdict =
          new RecordVerdict(
              RecordVerdict.SCHEMA_VERSION,
              record.partition(),
              record.offset(),
              examined.stream().map(RecordVerdict.Frame::of).toList());
      byte[] value = Json.text(verdict).getBytes(UTF_8);
      send(new ProducerRecord<>(source.verdictTopic(), record.key(), value));
    }
  }

  /** The first that fails ends the batch: each further one could wait as long as that one did. */
  @SuppressWarnings("FutureReturnValueIgnored") // The callback is told the same.
  private void send(ProducerRecord<byte[], byte[]> record) {
    producer.send(record, (metadata, failure) -> failed.compareAndSet(null, failure));
    Exception failure = failed.get();
    if (failure != null) {
      throw new KafkaException("a record was not stored", failure);
    }
  }

  private static Map<TopicPartition, OffsetAndMetadata> positions(
      ConsumerRecords<byte[], byte[]> records) {
    return new HashMap<>(records.nextOffsets());
  }

  private void count(List<Examined> examined, boolean committed) {
    meters.ended(committed ? DoorMeters.Transaction.COMMITTED : DoorMeters.Transaction.ABORTED);
    for (Examined piece : examined) {
      intake.settled(piece, committed);
      meters.frame(DoorMeters.Door.KAFKA, piece.verdict(), committed);
    }
  }
}
