package io.touchline.app.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.touchline.app.Complaint;
import io.touchline.app.Ports;
import io.touchline.app.Texts;
import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

  private static final String MN = "010000A8900016F000169DC0";
  private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

  @TempDir Path directory;

  @BeforeAll
  static void inEnglish() {
    Texts.speak(Locale.ENGLISH);
  }

  @Test
  void whatWasAcknowledgedIsStillThereAfterARestartOnOtherPorts() throws Exception {
    String clusterBefore;
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
      clusterBefore = cluster(broker);
      create(broker, TOPICS);
      send(broker, "frame one", Instant.parse("2026-01-01T00:00:00Z"));
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, Ports.free())) {
      assertThat(cluster(broker)).isEqualTo(clusterBefore);
      send(broker, "frame two", Instant.parse("2026-01-02T00:00:00Z"));
      assertThat(packets(broker)).containsExactly("frame one", "frame two");
      assertThat(Files.readString(directory.resolve("bootstrap-servers")).strip())
          .isEqualTo(broker.bootstrapServers());
    }
  }

  @Test
  void recordTimesFarBehindAndFarAheadAreAccepted() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
      create(broker, TOPICS);
      send(broker, "of 1999", Instant.parse("1999-01-01T00:00:00Z"));
      send(broker, "of 2099", Instant.parse("2099-01-01T00:00:00Z"));
      assertThat(packets(broker)).containsExactly("of 1999", "of 2099");
    }
  }

  @Test
  void topicsAreCreatedOnceAndThenKeptAsTheRegistrySays() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
        Admin admin = admin(broker)) {
      TopicCreator creator = new TopicCreator(admin);
      assertThat(creator.apply(TOPICS.all())).hasSize(TOPICS.all().size());
      assertThat(creator.apply(TOPICS.all())).isEmpty();

      Topic longer =
          new Topic(
              TOPICS.readings().name(),
              "MN",
              "ReadingRecord",
              TOPICS.readings().partitions(),
              Map.of("cleanup.policy", "delete", "retention.ms", "123456789"),
              "");
      creator.apply(List.of(longer));
      await().until(() -> retention(admin, longer.name()).equals("123456789"));
      assertThat(retention(admin, TOPICS.exceedances().name())).isEqualTo("-1");
      assertThat(admin.listTopics().names().get())
          .containsExactlyInAnyOrderElementsOf(
              Set.copyOf(TOPICS.all().stream().map(Topic::name).toList()));
    }
  }

  @Test
  void aTopicWithAnotherNumberOfPartitionsIsRefused() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
      create(broker, TOPICS);
      assertThatThrownBy(() -> create(broker, new Topics(Topics.DEFAULT_PREFIX, 3)))
          .isInstanceOf(Complaint.class)
          .hasMessage(
              "Topic touchline.packets has 12 partitions and should have 3. The number never"
                  + " changes after creation: use another prefix, or another data directory.");
    }
  }

  @Test
  void aTakenPortIsNamedBeforeAnythingStarts() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> EmbeddedBroker.start(directory, taken.getLocalPort()))
          .isInstanceOf(Complaint.class)
          .hasMessage(
              "Port "
                  + taken.getLocalPort()
                  + ", wanted by the Kafka broker, is taken. Stop the program that uses it, or name"
                  + " another port.");
    }
  }

  private static void create(EmbeddedBroker broker, Topics topics) {
    try (Admin admin = admin(broker)) {
      new TopicCreator(admin).apply(topics.all());
    }
  }

  private static Admin admin(EmbeddedBroker broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  private static String cluster(EmbeddedBroker broker) throws Exception {
    try (Admin admin = admin(broker)) {
      return admin.describeCluster().clusterId().get();
    }
  }

  private static String retention(Admin admin, String topic) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return admin
        .describeConfigs(List.of(resource))
        .all()
        .get()
        .get(resource)
        .get("retention.ms")
        .value();
  }

  private static void send(EmbeddedBroker broker, String text, Instant time) throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      String topic = TOPICS.packets().name();
      producer
          .send(new ProducerRecord<>(topic, 0, time.toEpochMilli(), MN, text.getBytes(UTF_8)))
          .get();
    }
  }

  private static List<String> packets(EmbeddedBroker broker) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(TOPICS.packets().name(), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      List<String> found = new ArrayList<>();
      while (consumer.position(partition) < end) {
        consumer
            .poll(Duration.ofSeconds(1))
            .forEach(record -> found.add(new String(record.value(), UTF_8)));
      }
      return found;
    }
  }
}
