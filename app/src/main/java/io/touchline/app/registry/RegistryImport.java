package io.touchline.app.registry;

import io.touchline.app.Complaint;
import io.touchline.contract.JsonSerde;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Puts outlets into the topic {@code outlets}, keyed by MN, in one transaction: whoever reads
 * committed records sees all of them or none. An outlet that the registry no longer names stays as
 * it is: to end one, give it a {@code valid_to}.
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
      Collection<OutletRecord> outlets, Topic topic, Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic.name() + "-import");
    settings.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST_BLOCK_MS);
    try (Producer<String, OutletRecord> producer =
        new KafkaProducer<>(
            settings, new StringSerializer(), new JsonSerde<>(OutletRecord.class).serializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      for (OutletRecord outlet : outlets) {
        // A send that fails fails the commit: nothing to look at here.
        var unused = producer.send(new ProducerRecord<>(topic.name(), outlet.mn(), outlet));
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
}
