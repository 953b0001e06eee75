package io.touchline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.touchline.contract.Json;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.StationDialect;
import io.touchline.contract.StationKeysRecord;
import io.touchline.contract.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;

class StationDirectoryIT {

  private final BrokerFixture broker = BrokerFixture.shared();
  private final Topics topics = new Topics("directory-" + UUID.randomUUID() + ".", 3);
  private final StationDirectory directory = new StationDirectory(topics);

  @Test
  void knowsAllThatIsRegisteredWhenItHasStarted() {
    broker.create(topics);
    for (int i = 0; i < 20; i++) {
      broker.register(topics, "MN" + i, Outlets.stack("MN" + i, "pw" + i));
    }
    broker.register(topics, "MN7", null);

    try (TopicFollower follower = follower()) {
      follower.start(Deadline.in(Duration.ofSeconds(30)));

      assertThat(directory.size()).isEqualTo(19);
      assertThat(directory.find("MN3")).contains(station("pw3"));
      assertThat(directory.find("MN7")).isEmpty();
      assertThat(directory.find("MN99")).isEmpty();
    }
  }

  @Test
  void followsChangesWhileItRuns() {
    broker.create(topics);
    broker.register(topics, "MN1", Outlets.stack("MN1", "old"));
    try (TopicFollower follower = follower()) {
      follower.start(Deadline.in(Duration.ofSeconds(30)));

      broker.register(topics, "MN1", Outlets.stack("MN1", "new"));
      await().until(() -> directory.find("MN1").orElseThrow().equals(station("new")));
      broker.register(topics, "MN1", null);
      await().until(() -> directory.find("MN1").isEmpty());
    }
  }

  @Test
  void anEntryThatCannotBeReadLeavesTheOneBeforeItStanding() {
    broker.create(topics);
    broker.register(topics, "MN1", Outlets.stack("MN1", "123456"));
    broker.put(topics.outlets().name(), "MN1", Frames.bytes("{\"password\":"));

    try (TopicFollower follower = follower()) {
      follower.start(Deadline.in(Duration.ofSeconds(30)));

      assertThat(directory.find("MN1")).contains(station("123456"));
    }
  }

  @Test
  void aMissingTopicIsNamed() {
    try (TopicFollower follower = follower()) {
      assertThatThrownBy(() -> follower.start(Deadline.in(Duration.ofMillis(500))))
          .isInstanceOfSatisfying(
              GatewayStartException.class,
              failure ->
                  assertThat(failure.fault())
                      .isEqualTo(GatewayStartException.Fault.TOPIC_NOT_FOUND))
          .hasMessageContaining(topics.outlets().name());
    }
  }

  @Test
  void aRenewedKeyIsTriedBesideTheRegisteredOneWhicheverIsReadFirst() {
    broker.create(topics);
    renew("EARLY", "a".repeat(32));
    broker.register(topics, "EARLY", withKey("EARLY", "0123456789abcdef"));
    try (TopicFollower follower = follower()) {
      follower.start(Deadline.in(Duration.ofSeconds(30)));
      assertThat(keysOf("EARLY")).isEqualTo(2);

      broker.register(topics, "LATE", withKey("LATE", "0123456789abcdef"));
      await().until(() -> keysOf("LATE") == 1);
      renew("LATE", "a".repeat(32), "b".repeat(32));
      await().until(() -> keysOf("LATE") == 3);
    }
  }

  @Test
  void aKeyThatIsNoneLocksNobodyOut() {
    broker.create(topics);
    broker.register(topics, "MN1", withKey("MN1", "too short"));
    renew("MN1", "no key either", "a".repeat(32));
    try (TopicFollower follower = follower()) {
      follower.start(Deadline.in(Duration.ofSeconds(30)));

      Station station = directory.find("MN1").orElseThrow();
      assertThat(station.takes("123456")).isTrue();
      assertThat(station.keyUnreadable()).isTrue();
      assertThat(station.decoding().keys()).hasSize(1);
    }
  }

  @Test
  void aDialectThatCannotBeReadIsTheStandards() {
    broker.create(topics);
    broker.put(
        topics.outlets().name(),
        "MN1",
        Frames.bytes("{\"mn\":\"MN1\",\"password\":\"123456\",\"dialect\":{\"check\":\"MD5\"}}"));
    try (TopicFollower follower = follower()) {
      follower.start(Deadline.in(Duration.ofSeconds(30)));

      assertThat(directory.find("MN1")).contains(new Station("123456"));
    }
  }

  @Test
  void aLoggerIsKnownByItsSerialsAsLongAsTheRegistryNamesThem() {
    broker.create(topics);
    broker.register(topics, "MN1", withSerials("MN1", "CPU-7", "MAC-8"));
    try (TopicFollower follower = follower()) {
      follower.start(Deadline.in(Duration.ofSeconds(30)));
      assertThat(directory.mnOfSerial("MAC-8")).contains("MN1");

      broker.register(topics, "MN1", withSerials("MN1", "CPU-9"));
      await().until(() -> directory.mnOfSerial("CPU-9").isPresent());
      assertThat(directory.mnOfSerial("MAC-8")).isEmpty();
    }
  }

  private static Station station(String password) {
    return Station.of(password, "2017", null, List.of()).in("610100");
  }

  private static OutletRecord withKey(String mn, String key) {
    return Outlets.stack(mn, "123456").withDialect(StationDialect.STANDARD.withKey(key));
  }

  private static OutletRecord withSerials(String mn, String... serials) {
    return Outlets.stack(mn, "123456")
        .withDialect(
            new StationDialect(null, null, null, null, null, null, List.of(serials), null, null));
  }

  private void renew(String mn, String... keys) {
    Instant then = Instant.parse("2026-01-01T00:00:00Z");
    List<StationKeysRecord.Key> all =
        Arrays.stream(keys).map(key -> new StationKeysRecord.Key(key, then, then)).toList();
    broker.put(
        topics.stationKeys().name(),
        mn,
        Frames.bytes(Json.text(new StationKeysRecord(1, mn, all))));
  }

  private int keysOf(String mn) {
    return directory.find(mn).map(station -> station.decoding().keys().size()).orElse(0);
  }

  private TopicFollower follower() {
    return new TopicFollower(
        new KafkaConsumer<>(
            KafkaClients.registryConsumer(broker.servers(), GatewaySettings.defaults())),
        directory.topics(),
        directory::read);
  }
}
