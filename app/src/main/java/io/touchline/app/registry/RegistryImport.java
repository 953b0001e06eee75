package io.touchline.app.registry;

import io.touchline.app.Complaint;
import io.touchline.contract.Json;
import io.touchline.contract.MarkRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Puts outlets and marks into their topics, keyed by MN, in one transaction: whoever reads
 * committed records sees all of them or none. An outlet that the registry no longer names stays as
 * it is: to end one, give it a {@code valid_to}. A version of a mark that is sent again changes
 * nothing.
 */
public final class RegistryImport {

  private static final int LONGEST_BLOCK_MS = 15_000;

  private RegistryImport() {}

  /**
   * Returns when the broker has them all.
   *
   * @param client properties of the Kafka client: bootstrap servers, security
   * @throws Complaint where the broker cannot be reached or refuses; then nothing was imported
   */
  public static void send(
      Collection<OutletRecord> outlets,
      Collection<MarkRecord> marks,
      Topics topics,
      Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topics.outlets().name() + "-import");
    settings.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST_BLOCK_MS);
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      for (OutletRecord outlet : outlets) {
        send(producer, topics.outlets().name(), outlet.mn(), outlet);
      }
      for (MarkRecord mark : marks) {
        send(producer, topics.marks().name(), mark.mn(), mark);
      }
      producer.commitTransaction();
    } catch (KafkaException e) {
      throw Complaint.because(
          e,
          "registry.import.failed",
          client.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG),
          e.getMessage());
    }
  }

  private static void send(
      Producer<String, byte[]> producer, String topic, String key, Object record) {
    byte[] json = Json.text(record).getBytes(StandardCharsets.UTF_8);
    // A send that fails fails the commit: nothing to look at here.
    var unused = producer.send(new ProducerRecord<>(topic, key, json));
  }
}
