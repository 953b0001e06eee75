package io.touchline.app.registry;

import io.touchline.app.Complaint;
import io.touchline.contract.EnterpriseRecord;
import io.touchline.contract.Json;
import io.touchline.contract.MarkRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.PermitsRecord;
import io.touchline.contract.RegionRecord;
import io.touchline.contract.RegistryVersionRecord;
import io.touchline.contract.SampleRecord;
import io.touchline.contract.TargetsRecord;
import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Puts a registry into its topics, in one transaction: whoever reads committed records sees all of
 * it or nothing. What the registry no longer names stays as it is: to end an outlet, give it a
 * {@code valid_to}. A version of a mark or sample that is sent again changes nothing.
 */
public final class RegistryImport {

  private static final int LONGEST_BLOCK_MS = 15_000;
  private static final int LONGEST_TRANSACTION_MS = 600_000;
  private static final int LINGER_MS = 20;
  private static final int BATCH_BYTES = 256 << 10;

  private RegistryImport() {}

  /** Who imports, and why; why may be null. */
  public record Author(String name, String reason) {}

  /**
   * Imports what differs from what stands there, as another version with who and why; where nothing
   * differs, nothing is written. Returns when the broker has it.
   *
   * @param client properties of the Kafka client: bootstrap servers, security
   * @throws Complaint where the broker cannot be reached or refuses, or another import came
   *     between; then nothing was imported
   */
  public static ImportOutcome apply(
      Registry registry, Author author, Instant at, Topics topics, Map<String, Object> client) {
    return apply(registry, null, author, at, topics, client);
  }

  /**
   * As the other, but only onto one version: where another came between, nothing is imported.
   *
   * @param onto the version that the registry was made from; null for whichever stands there
   */
  static ImportOutcome apply(
      Registry registry,
      Integer onto,
      Author author,
      Instant at,
      Topics topics,
      Map<String, Object> client) {
    try (Producer<String, byte[]> producer = producer(topics, client)) {
      // First: whoever else imports now is fenced off, so nothing comes between look and write.
      producer.initTransactions();
      RegistryState state = RegistryState.read(topics, client);
      if (onto != null && (state.version() == null || state.version().version() != onto)) {
        throw Complaint.of("registry.import.overtaken", onto);
      }
      List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
      int outlets = add(records, state, topics.outlets(), registry.outlets(), OutletRecord::mn);
      int enterprises =
          add(records, state, topics.enterprises(), registry.dischargers(), EnterpriseRecord::code);
      int regions = add(records, state, topics.regions(), registry.places(), RegionRecord::code);
      Allowances allowances =
          registry
              .allowances()
              .saying(state.keys(topics.permits().name()), state.keys(topics.targets().name()));
      int permits = add(records, state, topics.permits(), allowances.permits(), PermitsRecord::key);
      int targets = add(records, state, topics.targets(), allowances.targets(), TargetsRecord::key);
      int marks = add(records, state, topics.marks(), registry.marks(), MarkRecord::mn);
      int samples = add(records, state, topics.samples(), registry.samples(), SampleRecord::mn);
      RegistryParts parts = new RegistryParts(registry.files());
      RegistryVersionRecord before = state.version();
      if (records.isEmpty() && before != null && parts.files().equals(before.files())) {
        return new ImportOutcome(before.version(), false, 0, 0, 0, 0, 0, 0);
      }
      int version = before == null ? 1 : before.version() + 1;
      String topic = topics.registry().name();
      parts.changes(topic, state).forEach(records::add);
      records.add(
          record(
              topic,
              RegistryVersionRecord.keyOf(version),
              json(
                  new RegistryVersionRecord(
                      RegistryVersionRecord.SCHEMA_VERSION,
                      version,
                      at,
                      author.name(),
                      author.reason(),
                      parts.files()))));
      send(producer, records);
      return new ImportOutcome(
          version, true, outlets, enterprises, regions, permits + targets, marks, samples);
    } catch (KafkaException e) {
      throw failed(e, client);
    }
  }

  /**
   * Sends outlets as they are, with no version of the registry. Returns when the broker has them
   * all.
   *
   * @param client properties of the Kafka client: bootstrap servers, security
   * @throws Complaint where the broker cannot be reached or refuses; then nothing was imported
   */
  public static void send(
      Collection<OutletRecord> outlets, Topics topics, Map<String, Object> client) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    outlets.forEach(each -> records.add(record(topics.outlets().name(), each.mn(), json(each))));
    try (Producer<String, byte[]> producer = producer(topics, client)) {
      producer.initTransactions();
      send(producer, records);
    } catch (KafkaException e) {
      throw failed(e, client);
    }
  }

  /** Those of the values that the topic does not have yet. */
  private static <T> int add(
      List<ProducerRecord<String, byte[]>> records,
      RegistryState state,
      Topic topic,
      Collection<T> values,
      Function<T, String> keyOf) {
    int before = records.size();
    for (T value : values) {
      byte[] json = json(value);
      if (!state.says(topic.name(), keyOf.apply(value), json)) {
        records.add(record(topic.name(), keyOf.apply(value), json));
      }
    }
    return records.size() - before;
  }

  private static void send(
      Producer<String, byte[]> producer, List<ProducerRecord<String, byte[]>> records) {
    producer.beginTransaction();
    for (ProducerRecord<String, byte[]> record : records) {
      // A send that fails fails the commit: nothing to look at here.
      var unused = producer.send(record);
    }
    producer.commitTransaction();
  }

  private static Producer<String, byte[]> producer(Topics topics, Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topics.outlets().name() + "-import");
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, LONGEST_TRANSACTION_MS);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST_BLOCK_MS);
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  private static ProducerRecord<String, byte[]> record(String topic, String key, byte[] value) {
    return new ProducerRecord<>(topic, key, value);
  }

  private static byte[] json(Object record) {
    return Json.text(record).getBytes(StandardCharsets.UTF_8);
  }

  private static Complaint failed(KafkaException cause, Map<String, Object> client) {
    return Complaint.because(
        cause,
        "registry.import.failed",
        client.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG),
        cause.getMessage());
  }
}
