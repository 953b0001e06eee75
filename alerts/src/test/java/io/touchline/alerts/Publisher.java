package io.touchline.alerts;

import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.Json;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.ReadingRecord;
import io.touchline.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts records on the topics as the stages before would, partitioned by MN. */
public final class Publisher implements AutoCloseable {

  private final Topics topics;
  private final KafkaProducer<byte[], byte[]> producer;
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();

  public Publisher(TestBroker broker, Topics topics) {
    this.topics = topics;
    Map<String, Object> settings = new HashMap<>(broker.client());
    settings.put("linger.ms", 5);
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  public void outlet(OutletRecord outlet) {
    send(topics.outlets().name(), outlet.mn(), outlet.mn(), Json.text(outlet));
  }

  public void means(MeansRecord means) {
    send(topics.means().name(), means.mn(), means.key(), Json.text(means));
  }

  public void reading(ReadingRecord reading) {
    send(topics.readings().name(), reading.mn(), reading.mn(), Json.text(reading));
  }

  public void exceedance(ExceedanceRecord exceedance) {
    send(topics.exceedances().name(), exceedance.mn(), exceedance.key(), Json.text(exceedance));
  }

  public void send(String topic, String mn, String key, String json) {
    int partition = Math.floorMod(mn.hashCode(), Topics.OUTLET_PARTITIONS);
    sent.add(
        producer.send(
            new ProducerRecord<>(
                topic,
                partition,
                key.getBytes(StandardCharsets.UTF_8),
                json == null ? null : json.getBytes(StandardCharsets.UTF_8))));
  }

  /** Returns once the broker has everything sent so far. */
  public void flush() {
    producer.flush();
    for (Future<RecordMetadata> record : sent) {
      try {
        record.get();
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException("a record was not published", e);
      }
    }
    sent.clear();
  }

  /** Sends one record with a transactional producer that never commits it. */
  public void sendAborted(TestBroker broker, String topic, String mn, String json) {
    Map<String, Object> settings = new HashMap<>(broker.client());
    settings.put("transactional.id", "aborted-" + System.nanoTime());
    try (KafkaProducer<byte[], byte[]> aborting =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      aborting.initTransactions();
      aborting.beginTransaction();
      aborting
          .send(
              new ProducerRecord<>(
                  topic,
                  Math.floorMod(mn.hashCode(), Topics.OUTLET_PARTITIONS),
                  mn.getBytes(StandardCharsets.UTF_8),
                  json.getBytes(StandardCharsets.UTF_8)))
          .get();
      aborting.abortTransaction();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
