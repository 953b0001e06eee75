package io.touchline.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.touchline.alerts.Alerts;
import io.touchline.alerts.Database;
import io.touchline.app.CommandRun;
import io.touchline.app.TopicReader;
import io.touchline.app.broker.EmbeddedBroker;
import io.touchline.app.broker.TopicCreator;
import io.touchline.app.database.EmbeddedDatabase;
import io.touchline.contract.CaseEventRecord;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.Json;
import io.touchline.contract.JsonSerde;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import io.touchline.domain.AveragingPeriod;
import io.touchline.streams.JournalSettings;
import io.touchline.streams.JournalStreams;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Frames of 31 days on a real broker, judged by a real journal, and the case that comes of them.
 */
class VerifyCommandIT {

  private static final int DAYS = 31;
  private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX, 3);

  @TempDir private static Path directory;

  private static EmbeddedBroker broker;
  private static KafkaProducer<String, byte[]> producer;
  private static List<CaseEventRecord> events;

  @BeforeAll
  static void aCaseComesOfFrames() throws Exception {
    broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
    try (Admin admin = Admin.create(client())) {
      new TopicCreator(admin).apply(TOPICS.all());
    }
    producer = new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer());
    put(TOPICS.outlets(), StackFrames.MN, MaterialFixture.outlet());
    Instant first = AveragingPeriod.DAY.startOf(Instant.now()).minus(Duration.ofDays(DAYS + 1L));
    for (StackFrames.Sent sent : StackFrames.hours(first, DAYS * 24, 20)) {
      producer
          .send(
              new ProducerRecord<>(
                  TOPICS.packets().name(),
                  null,
                  sent.receivedAt().toEpochMilli(),
                  StackFrames.MN,
                  sent.frame()))
          .get();
    }
    Instant firstOver = first.plus(Duration.ofDays(20));
    Instant end = first.plus(Duration.ofDays(DAYS));
    try (JournalStreams journal =
        new JournalStreams(
            TOPICS, JournalSettings.standard(), client(), directory.resolve("state"), 1)) {
      journal.start();
      await()
          .atMost(Duration.ofMinutes(2))
          .until(
              () ->
                  read(TOPICS.means(), MeansRecord.class).stream()
                          .filter(means -> means.period() == AveragingPeriod.HOUR)
                          .map(MeansRecord::key)
                          .distinct()
                          .count()
                      == DAYS * 24);
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () ->
                  read(TOPICS.exceedances(), ExceedanceRecord.class).stream()
                      .anyMatch(
                          episode -> isOfDays(episode, firstOver) && episode.to().equals(end)));
    }
    ExceedanceRecord episode =
        read(TOPICS.exceedances(), ExceedanceRecord.class).stream()
            .filter(record -> isOfDays(record, firstOver))
            .reduce((one, other) -> one.revision() < other.revision() ? other : one)
            .orElseThrow();
    assertThat(episode.exceedingDays()).isEqualTo(DAYS - 20);
    events =
        new CaseFixture(Instant.now().minusSeconds(3600))
            .detected(CaseFixture.finding(episode))
            .limited()
            .records();
    events.forEach(event -> put(TOPICS.cases(), event.key(), event));
  }

  @AfterAll
  static void stop() {
    producer.close();
    broker.close();
  }

  @Test
  void tablesThatDoNotHaveWhatWasPublishedAreTold() throws Exception {
    try (EmbeddedDatabase server = EmbeddedDatabase.start(directory.resolve("database"), 0)) {
      try (Database tables = Database.open(server.jdbcUrl(), "postgres", null, null)) {
        Alerts.migrate(tables);
      }
      Path configuration =
          Files.writeString(
              directory.resolve("alerts.properties"),
              """
              kafka.bootstrap.servers = %s
              database.url = %s
              database.user = postgres
              """
                  .formatted(broker.bootstrapServers(), server.jdbcUrl()));

      CommandRun run =
          CommandRun.of("verify", CaseFixture.CASE, "--config", configuration.toString());

      assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
      assertThat(run.out())
          .contains("MATCH case " + CaseFixture.CASE)
          .contains("Tables CHANGED")
          .contains("  " + CaseFixture.CASE + ": ");
    }
  }

  @Test
  void caseOfARealJournalMatchesInPlaceAndAsADossier() throws Exception {
    Path dossier = directory.resolve("case.zip");

    Instant begun = Instant.now();
    CommandRun inPlace =
        CommandRun.of("verify", CaseFixture.CASE, "--bootstrap-servers", broker.bootstrapServers());
    Instant verified = Instant.now();
    CommandRun made =
        CommandRun.of(
            "dossier",
            CaseFixture.CASE,
            "--bootstrap-servers",
            broker.bootstrapServers(),
            "--out",
            dossier.toString());
    Instant written = Instant.now();
    CommandRun alone = CommandRun.of("verify", "--dossier", dossier.toString());
    System.out.printf(
        "verified in place in %d ms, dossier of %d bytes made in %d ms, verified alone in %d ms%n%s",
        Duration.between(begun, verified).toMillis(),
        Files.size(dossier),
        Duration.between(verified, written).toMillis(),
        Duration.between(written, Instant.now()).toMillis(),
        inPlace.out());

    assertThat(inPlace.out() + inPlace.err()).contains("MATCH case").doesNotContain("MISMATCH");
    assertThat(inPlace.exitCode()).isZero();
    assertThat(made.exitCode()).isZero();
    assertThat(made.out()).contains("none");
    assertThat(alone.exitCode()).isZero();
    assertThat(alone.out()).contains("MATCH case").contains("no valid signature");
  }

  @Test
  void dossierOfTheSameCaseTwiceIsTheSameFile() throws Exception {
    List<byte[]> files = new ArrayList<>();
    for (String name : List.of("one.zip", "two.zip")) {
      Path file = directory.resolve(name);
      CommandRun.of(
          "dossier",
          CaseFixture.CASE,
          "--bootstrap-servers",
          broker.bootstrapServers(),
          "--out",
          file.toString());
      files.add(Files.readAllBytes(file));
    }

    assertThat(files.get(0)).isEqualTo(files.get(1));
  }

  @Test
  void caseThatIsNotThereIsWrongUsage() {
    CommandRun run =
        CommandRun.of("verify", "C-0", "--bootstrap-servers", broker.bootstrapServers());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("no case C-0");
  }

  private static boolean isOfDays(ExceedanceRecord episode, Instant from) {
    return episode.period() == AveragingPeriod.DAY && episode.from().equals(from);
  }

  private static Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  private static void put(Topic topic, String key, Object value) {
    byte[] json = Json.text(value).getBytes(StandardCharsets.UTF_8);
    try {
      producer.send(new ProducerRecord<>(topic.name(), key, json)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("not put into " + topic.name(), e);
    }
  }

  private static <T> List<T> read(Topic topic, Class<T> type) {
    List<T> records = new ArrayList<>();
    try (TopicReader reader = new TopicReader(client());
        JsonSerde<T> serde = new JsonSerde<>(type)) {
      reader.forEach(
          topic.name(),
          record -> records.add(serde.deserializer().deserialize(topic.name(), record.value())));
    }
    return records;
  }
}
