package io.touchline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.touchline.contract.Topics;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;

class StationDirectoryIT {

  private final BrokerFixture broker = BrokerFixture.shared();
  private final Topics topics = new Topics("directory-" + UUID.randomUUID() + ".", 3);

  @Test
  void knowsAllThatIsRegisteredWhenItHasStarted() {
    broker.create(topics);
    for (int i = 0; i < 20; i++) {
      broker.register(topics, "MN" + i, Outlets.stack("MN" + i, "pw" + i));
    }
    broker.register(topics, "MN7", null);

    try (StationDirectory directory = directory()) {
      directory.start(Deadline.in(Duration.ofSeconds(30)));

      assertThat(directory.size()).isEqualTo(19);
      assertThat(directory.find("MN3")).contains(new Station("pw3"));
      assertThat(directory.find("MN7")).isEmpty();
      assertThat(directory.find("MN99")).isEmpty();
    }
  }

  @Test
  void followsChangesWhileItRuns() {
    broker.create(topics);
    broker.register(topics, "MN1", Outlets.stack("MN1", "old"));
    try (StationDirectory directory = directory()) {
      directory.start(Deadline.in(Duration.ofSeconds(30)));

      broker.register(topics, "MN1", Outlets.stack("MN1", "new"));
      await().until(() -> directory.find("MN1").orElseThrow().equals(new Station("new")));
      broker.register(topics, "MN1", null);
      await().until(() -> directory.find("MN1").isEmpty());
    }
  }

  @Test
  void anEntryThatCannotBeReadLeavesTheOneBeforeItStanding() {
    broker.create(topics);
    broker.register(topics, "MN1", Outlets.stack("MN1", "123456"));
    broker.put(topics.outlets().name(), "MN1", Frames.bytes("{\"password\":"));

    try (StationDirectory directory = directory()) {
      directory.start(Deadline.in(Duration.ofSeconds(30)));

      assertThat(directory.find("MN1")).contains(new Station("123456"));
    }
  }

  @Test
  void aMissingTopicIsNamed() {
    try (StationDirectory directory = directory()) {
      assertThatThrownBy(() -> directory.start(Deadline.in(Duration.ofMillis(500))))
          .isInstanceOfSatisfying(
              GatewayStartException.class,
              failure ->
                  assertThat(failure.fault())
                      .isEqualTo(GatewayStartException.Fault.TOPIC_NOT_FOUND))
          .hasMessageContaining(topics.outlets().name());
    }
  }

  private StationDirectory directory() {
    return new StationDirectory(
        new KafkaConsumer<>(
            KafkaClients.registryConsumer(broker.servers(), GatewaySettings.defaults())),
        topics);
  }
}
