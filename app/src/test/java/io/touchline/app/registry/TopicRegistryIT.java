package io.touchline.app.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.alerts.registry.RegistryBook;
import io.touchline.alerts.registry.RegistryChange;
import io.touchline.alerts.registry.RegistryDoor.Signed;
import io.touchline.alerts.registry.RegistryDoor.Unreachable;
import io.touchline.alerts.registry.RegistrySheet.Line;
import io.touchline.app.Complaint;
import io.touchline.app.Texts;
import io.touchline.app.TopicReader;
import io.touchline.app.broker.EmbeddedBroker;
import io.touchline.app.broker.TopicCreator;
import io.touchline.contract.Json;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.RegistryVersionRecord;
import io.touchline.contract.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change that two persons made goes the way of an import, against a real broker. */
class TopicRegistryIT {

  private static final Topics TOPICS = new Topics("t.");
  private static final Signed SIGNED = new Signed("li", "wang", "proposal 7 by li: new standard");

  @TempDir private Path directory;

  @BeforeAll
  static void inEnglish() {
    Texts.speak(Locale.ENGLISH);
  }

  @Test
  void anApprovedChangeIsAnotherVersionAndTheOutletsStandUnderIt() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0)) {
      Map<String, Object> kafka = topics(broker);
      TopicRegistry registry = new TopicRegistry(TOPICS, kafka, Clock.systemUTC());
      assertThatThrownBy(() -> registry.read(RegistryBook.LIMITS))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("touchline registry import");
      Registry first = RegistryReader.read(new RegistryFiles());
      RegistryImport.Author author = new RegistryImport.Author("zhao", null);
      RegistryImport.apply(first, author, Instant.now(), TOPICS, kafka);
      awaitVersion(1, kafka);

      assertThat(registry.read(RegistryBook.OUTLETS).columns()).doesNotContain("password");
      assertThat(registry.read(RegistryBook.OUTLETS).lines().get(0).cells())
          .doesNotContainKey("password");
      Line old = registry.read(RegistryBook.LIMITS).lines().get(0);
      assertThat(old.cell("value")).isEqualTo("35");
      RegistryChange change = tighter(old, "30");

      assertThat(registry.faults(tighter(old, "3O")))
          .singleElement()
          .asString()
          .contains("limits.csv:4: value");
      assertThat(registry.faults(change)).isEmpty();
      assertThat(registry.apply(change, SIGNED)).isEqualTo(2);
      assertThat(registry.apply(change, SIGNED)).as("made already").isEqualTo(2);
      awaitVersion(2, kafka);

      assertThat(limits(kafka)).containsExactly("35 2024-01-01 2026-12-31", "30 2027-01-01 null");
      assertThat(RegistryExport.read(TOPICS, kafka).version().by()).isEqualTo("wang");
      assertThat(RegistryExport.read(TOPICS, kafka).version().reason()).contains("by li");
      assertThat(new String(RegistryExport.read(TOPICS, kafka).files().get("limits.csv"), UTF_8))
          .contains(",HOUR,CONVERTED,permit,1,2024-01-01,2026-12-31\n");
      assertThatThrownBy(() -> RegistryImport.apply(first, 1, author, Instant.now(), TOPICS, kafka))
          .isInstanceOf(Complaint.class)
          .hasMessageContaining("version 1");
      assertThatThrownBy(
              () ->
                  registry.faults(
                      new RegistryChange(
                          RegistryBook.LIMITS, null, "nobody", LocalDate.of(2026, 1, 1))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no line nobody");
    }
  }

  @Test
  void aPermitOfARegistryWithoutAnyIsSignedInItsFile() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0)) {
      Map<String, Object> kafka = topics(broker);
      TopicRegistry registry = new TopicRegistry(TOPICS, kafka, Clock.systemUTC());
      RegistryImport.apply(
          RegistryReader.read(new RegistryFiles()),
          new RegistryImport.Author("zhao", null),
          Instant.now(),
          TOPICS,
          kafka);
      awaitVersion(1, kafka);
      Map<String, String> permit =
          Map.of(
              "enterprise", "91610000X",
              "permit_no", "P1",
              "factor", "a21026",
              "amount_t", "10",
              "period", "YEAR",
              "valid_from", "2024-01-01");

      registry.apply(new RegistryChange(RegistryBook.PERMITS, permit, null, null), SIGNED);

      Line line = registry.read(RegistryBook.PERMITS).lines().get(0);
      assertThat(line.cell("proposed_by")).isEqualTo("li");
      assertThat(line.cell("approved_by")).isEqualTo("wang");
    }
  }

  @Test
  void whereNoBrokerIsThatIsSaid() {
    Map<String, Object> kafka =
        Map.of("bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", 2_000);

    assertThatThrownBy(
            () -> new TopicRegistry(TOPICS, kafka, Clock.systemUTC()).read(RegistryBook.LIMITS))
        .isInstanceOf(Unreachable.class);
  }

  private static Map<String, Object> topics(EmbeddedBroker broker) {
    Map<String, Object> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (Admin admin = Admin.create(kafka)) {
      new TopicCreator(admin).apply(TOPICS.all());
    }
    return kafka;
  }

  /** A committed transaction is seen a moment later. Version 1 has one limit, 2 has two. */
  private static void awaitVersion(int version, Map<String, Object> kafka) throws Exception {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (System.nanoTime() < deadline) {
      RegistryVersionRecord latest = RegistryExport.read(TOPICS, kafka).version();
      if (latest != null && latest.version() == version && limits(kafka).size() == version) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("version " + version + " did not come");
  }

  private static RegistryChange tighter(Line old, String value) {
    Map<String, String> cells =
        Map.of(
            "mn", old.cell("mn"),
            "factor", "a21026",
            "value", value,
            "unit", "mg/m3",
            "averaging", "HOUR",
            "basis", "CONVERTED",
            "source", "permit",
            "clause", "1",
            "valid_from", "2027-01-01");
    return new RegistryChange(RegistryBook.LIMITS, cells, old.id(), LocalDate.of(2026, 12, 31));
  }

  private static List<String> limits(Map<String, Object> kafka) {
    List<String> limits = new ArrayList<>();
    try (TopicReader reader = new TopicReader(kafka)) {
      reader.forEach(
          TOPICS.outlets().name(),
          record -> {
            if (record.key().equals(RegistryFiles.AIR)) {
              limits.clear();
              read(record.value())
                  .limits()
                  .forEach(
                      limit ->
                          limits.add(
                              limit.value() + " " + limit.validFrom() + " " + limit.validTo()));
            }
          });
    }
    return limits;
  }

  private static OutletRecord read(byte[] json) {
    try {
      return Json.mapper().readValue(json, OutletRecord.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
