package io.touchline.portal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.alerts.Incoming;
import io.touchline.contract.Json;
import io.touchline.contract.MarkRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.QualityRecord.Kind;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was found of the data, and operators' marks, as pages read them. */
class FindingsTableIT {

  private static final String MN = "88888800000000000000AA01";
  private static final Instant EIGHT = ChinaTime.parse("2026-11-20T08:00:00+08:00");

  @RegisterExtension static final PortalDatabase DATABASE = new PortalDatabase();

  private FindingsTable findings;
  private MarksTable marks;

  @BeforeEach
  void readModels() {
    findings = new FindingsTable(DATABASE.jdbi());
    marks = new MarksTable(DATABASE.jdbi());
  }

  @Test
  void aFindingComesBackWithItsEvidence() {
    apply(found(Kind.GAP, null, 0, null, 1));

    assertThat(findings.of(MN, 10))
        .containsExactly(
            new FindingRow(
                MN,
                Kind.GAP,
                null,
                EIGHT,
                null,
                new java.math.BigDecimal("0.5"),
                "detail 1",
                new TreeMap<>(Map.of("missing", "1"))));
  }

  @Test
  void aLaterRevisionReplacesAnEarlierOneInWhateverOrderTheyAreRead() {
    apply(found(Kind.GAP, "a21026", 0, null, 2), found(Kind.GAP, "a21026", 0, null, 1));

    assertThat(findings.of(MN, 10)).extracting(FindingRow::detail).containsExactly("detail 2");
  }

  @Test
  void aFactThatIsSaidAgainWithItsEndReplacesItsBeginning() {
    apply(found(Kind.GAP, null, 0, null, 1), found(Kind.GAP, null, 0, EIGHT.plusSeconds(60), 1));

    assertThat(findings.of(MN, 10))
        .extracting(FindingRow::to)
        .containsExactly(EIGHT.plusSeconds(60));
  }

  @Test
  void whatWasWithdrawnIsNotShownAndNotCounted() {
    apply(
        found(Kind.CLOCK_OFF, null, 0, null, 1),
        found(Kind.CLOCK_OFF, null, 0, null, 1).withdraw());
    apply(found(Kind.GAP, null, 0, null, 1));

    assertThat(findings.of(MN, 10)).extracting(FindingRow::kind).containsExactly(Kind.GAP);
    assertThat(findings.counts(null)).isEqualTo(Map.of(Kind.GAP, 1L));
  }

  @Test
  void whatLastsStandsBeforeWhatHasEndedAndKindsCanBeChosen() {
    apply(
        found(Kind.GAP, null, 9, EIGHT.plusSeconds(36_000), 1),
        found(Kind.CLOCK_OFF, null, 1, null, 1),
        found(Kind.CLOCK_OFF, null, 2, null, 1));

    assertThat(findings.standing(null, null, 0, 10))
        .extracting(FindingRow::from)
        .containsExactly(hour(2), hour(1), hour(9));
    assertThat(findings.standing(Kind.GAP, null, 0, 10)).hasSize(1);
    assertThat(findings.standing(null, null, 1, 1))
        .extracting(FindingRow::from)
        .containsExactly(hour(1));
  }

  @Test
  void ofAMarkTheVersionIsShownThatTheRulesLetStand() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<MarkRecord> versions = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      versions.add(
          version(
              "mark " + random.nextInt(4),
              1 + random.nextInt(3),
              random.nextBoolean() ? Mark.Origin.MANUAL : Mark.Origin.AUTOMATIC,
              i));
    }
    Collections.shuffle(versions, random);
    try (var handle = DATABASE.jdbi().open()) {
      marks.apply(handle, versions.stream().map(FindingsTableIT::incoming).toList());
      marks.apply(handle, versions.stream().map(FindingsTableIT::incoming).toList());
    }
    io.touchline.domain.Marks rules =
        io.touchline.domain.Marks.of(versions.stream().map(MarkRecord::toDomain).toList());

    assertThat(marks.of(MN, 10)).as("seed %d", seed).hasSize(4);
    assertThat(marks.of(MN, 10))
        .as("seed %d", seed)
        .allSatisfy(
            row ->
                assertThat(row.markedAt())
                    .isEqualTo(rules.latest(row.id()).orElseThrow().markedAt()));
    assertThat(marks.of(MN, 10).stream().mapToInt(MarkRow::versions).sum()).isEqualTo(40);
  }

  private static MarkRecord version(String id, int version, Mark.Origin origin, int minute) {
    return new MarkRecord(
        1,
        MN,
        id,
        null,
        EIGHT,
        EIGHT.plusSeconds(3600),
        "MAINTENANCE",
        origin,
        "王工",
        "探头更换",
        EIGHT.plusSeconds(60L * minute),
        null,
        version,
        null);
  }

  private static Instant hour(int after) {
    return EIGHT.plusSeconds(after * 3600L);
  }

  private static QualityRecord found(
      Kind kind, String factor, int after, Instant to, int revision) {
    TreeMap<String, String> evidence = new TreeMap<>(Map.of("missing", "1"));
    return new QualityRecord(
        1,
        MN,
        factor,
        kind,
        hour(after),
        to,
        Decimal.of("0.5"),
        "detail " + revision,
        evidence,
        "test",
        revision,
        false);
  }

  private void apply(QualityRecord... records) {
    try (var handle = DATABASE.jdbi().open()) {
      for (QualityRecord record : records) {
        findings.apply(handle, List.of(incoming(record)));
      }
    }
  }

  private static <T> Incoming<T> incoming(T record) {
    return new Incoming<>("topic", 0, 0, MN, record, Json.text(record), EIGHT);
  }
}
