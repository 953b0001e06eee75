package io.touchline.app.ask;

import io.touchline.app.Complaint;
import io.touchline.contract.CommandRecord;
import io.touchline.contract.CommandResultRecord;
import io.touchline.contract.CommandResultRecord.State;
import io.touchline.contract.JsonSerde;
import io.touchline.contract.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes one command and reads what comes of it, to its end. */
final class LoggerRequest implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  /** A gateway ends every command soon after it expires; none is there if nobody does. */
  private static final Duration GRACE = Duration.ofMinutes(2);

  private final Topics topics;
  private final Map<String, Object> client;
  private final KafkaConsumer<String, byte[]> results;
  private final JsonSerde<CommandResultRecord> steps = new JsonSerde<>(CommandResultRecord.class);

  LoggerRequest(Topics topics, Map<String, Object> client) {
    this.topics = topics;
    this.client = client;
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    results = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * Returns the terminal state, after each step was shown.
   *
   * @throws Complaint where the broker is away, or no gateway answers
   */
  State follow(CommandRecord command, Consumer<CommandResultRecord> shown) {
    try {
      fromNowOn();
      write(command);
      Duration patience = Duration.between(command.issuedAt(), command.expiresAt()).plus(GRACE);
      for (long left = patience.toMillis(); left > 0; left -= POLL.toMillis()) {
        for (ConsumerRecord<String, byte[]> record : results.poll(POLL)) {
          CommandResultRecord step = steps.deserializer().deserialize("", record.value());
          if (step.id().equals(command.id())) {
            shown.accept(step);
            if (step.state().terminal()) {
              return step.state();
            }
          }
        }
      }
    } catch (KafkaException | ExecutionException e) {
      throw Complaint.because(e, "ask.broker", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw Complaint.of("ask.silence", command.id(), topics.commandResults().name());
  }

  private void fromNowOn() {
    List<TopicPartition> partitions =
        results.partitionsFor(topics.commandResults().name()).stream()
            .map(found -> new TopicPartition(found.topic(), found.partition()))
            .toList();
    results.assign(partitions);
    results.seekToEnd(partitions);
    // Seeking is lazy: asking for the place makes it now, before the command is written.
    partitions.forEach(results::position);
  }

  private void write(CommandRecord command) throws InterruptedException, ExecutionException {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    try (JsonSerde<CommandRecord> serde = new JsonSerde<>(CommandRecord.class);
        KafkaProducer<String, CommandRecord> producer =
            new KafkaProducer<>(settings, new StringSerializer(), serde.serializer())) {
      producer.send(new ProducerRecord<>(topics.commands().name(), command.mn(), command)).get();
    }
  }

  @Override
  public void close() {
    results.close();
    steps.close();
  }
}
