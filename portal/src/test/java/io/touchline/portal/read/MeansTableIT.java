package io.touchline.portal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.alerts.Incoming;
import io.touchline.contract.Cause;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.ReadingRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit.Basis;
import io.touchline.domain.FactorMean;
import io.touchline.domain.FrameRef;
import io.touchline.domain.Judgement.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MeansTableIT {

  private static final Instant EIGHT = ChinaTime.parse("2026-11-20T08:00:00+08:00");
  private static final String SO2 = "a21026";
  private static final String NOX = "a21002";

  private static final OutletRecord.Limit LIMIT =
      new OutletRecord.Limit(
          SO2,
          null,
          Decimal.of("35"),
          "mg/m3",
          Averaging.HOUR,
          Basis.CONVERTED,
          "permit",
          "1",
          LocalDate.parse("2020-01-01"),
          null);

  @RegisterExtension static final PortalDatabase DATABASE = new PortalDatabase();

  private Means means;

  @BeforeEach
  void readModels() {
    means = new Means(DATABASE.jdbi());
  }

  @Test
  void aMeanComesBackWithEveryDigitItsLimitAndItsFrames() {
    apply(hour(EIGHT, 1, Cause.LIVE, SO2, "40.50"));
    PeriodMean mean = find(SO2);
    assertThat(mean.converted().toPlainString()).isEqualTo("40.50");
    assertThat(mean.rederived().toPlainString()).isEqualTo("40.4");
    assertThat(mean.verdict()).isEqualTo(Verdict.EXCEEDS);
    assertThat(mean.limit().rule()).isEqualTo("rule");
    assertThat(means.frames("MN1", AveragingPeriod.HOUR, EIGHT))
        .containsExactly(new FrameRef("packets", 3, 42, "00112233445566778899aabbccddeeff"));
  }

  @Test
  void aNewerRevisionReplacesAndTheReplacedOneStaysReadable() {
    apply(hour(EIGHT, 1, Cause.LIVE, SO2, "40"));
    apply(hour(EIGHT, 2, Cause.BACKFILL, SO2, "30"));
    assertThat(find(SO2).revision()).isEqualTo(2);
    assertThat(find(SO2).cause()).isEqualTo(Cause.BACKFILL);
    assertThat(find(SO2).verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(means.past("MN1", AveragingPeriod.HOUR, EIGHT, SO2))
        .extracting(mean -> mean.converted().toPlainString())
        .containsExactly("40");
  }

  @Test
  void anOlderRevisionNeverReplacesANewerOne() {
    apply(hour(EIGHT, 2, Cause.LIMIT, SO2, "30"));
    apply(hour(EIGHT, 1, Cause.LIVE, SO2, "40"));
    assertThat(find(SO2).revision()).isEqualTo(2);
  }

  @Test
  void manyRevisionsInOneBatchEndWithTheLastAndKeepAllBetween() {
    apply(
        hour(EIGHT, 1, Cause.LIVE, SO2, "40"),
        hour(EIGHT, 2, Cause.BACKFILL, SO2, "41"),
        hour(EIGHT.plusSeconds(3600), 1, Cause.LIVE, SO2, "20"),
        hour(EIGHT, 3, Cause.BACKFILL, SO2, "42"));
    assertThat(find(SO2).revision()).isEqualTo(3);
    assertThat(means.past("MN1", AveragingPeriod.HOUR, EIGHT, SO2))
        .extracting(PeriodMean::revision)
        .containsExactly(2, 1);
  }

  @Test
  void readingTheSameAgainChangesNothing() {
    MeansRecord first = hour(EIGHT, 1, Cause.LIVE, SO2, "40");
    MeansRecord second = hour(EIGHT, 2, Cause.BACKFILL, SO2, "30");
    apply(first, second);
    PeriodMean before = find(SO2);
    apply(first, second);
    apply(first);
    assertThat(find(SO2)).isEqualTo(before);
    assertThat(means.past("MN1", AveragingPeriod.HOUR, EIGHT, SO2)).hasSize(1);
  }

  @Test
  void aFactorThatANewerRecordNoLongerHasIsGone() {
    apply(hour(EIGHT, 1, Cause.LIVE, NOX, "40"));
    apply(hour(EIGHT, 2, Cause.BACKFILL, SO2, "30"));
    assertThat(means.find("MN1", AveragingPeriod.HOUR, EIGHT, NOX)).isEmpty();
    assertThat(means.find("MN1", AveragingPeriod.HOUR, EIGHT, SO2)).isPresent();
  }

  @Test
  void lateHoursDoNotBecomeTheNewest() {
    apply(hour(EIGHT, 1, Cause.LIVE, SO2, "40"));
    apply(hour(EIGHT.minusSeconds(7200), 1, Cause.BACKFILL, SO2, "20"));
    assertThat(means.newest("MN1")).extracting(PeriodMean::start).containsExactly(EIGHT);
    assertThat(means.lastDayOfAll()).hasSize(2);
  }

  @Test
  void onlyJudgedPeriodsCount() {
    apply(
        hour(EIGHT, 1, Cause.LIVE, SO2, "40"),
        hour(EIGHT.plusSeconds(3600), 1, Cause.LIVE, SO2, "30"),
        invalidHour(EIGHT.plusSeconds(7200)));
    JudgedCounts counts = new JudgedCounts(DATABASE.jdbi());
    assertThat(counts.of("MN1"))
        .containsExactly(new JudgedCount("MN1", SO2, AveragingPeriod.HOUR, 2, 1));
    assertThat(counts.ofAll(AveragingPeriod.HOUR).judged()).isEqualTo(2);
    assertThat(counts.ofAll(AveragingPeriod.DAY).judged()).isZero();
  }

  @Test
  void aReplayIsWrittenByTheThousand() {
    List<MeansRecord> hours = new ArrayList<>();
    for (int at = 0; at < 20_000; at++) {
      hours.add(hour(EIGHT.plusSeconds(3600L * at), 1, Cause.LIVE, SO2, "40.5"));
    }
    long begin = System.nanoTime();
    for (int at = 0; at < hours.size(); at += 2_000) {
      apply(hours.subList(at, at + 2_000).toArray(MeansRecord[]::new));
    }
    long perSecond = 20_000 * 1_000_000_000L / (System.nanoTime() - begin);
    System.out.println("means written: " + perSecond + " rows/s");
    assertThat(perSecond).isGreaterThan(1_000);
    assertThat(means.page("MN1", AveragingPeriod.HOUR, SO2, 19_990, 25)).hasSize(10);
  }

  @Test
  void theLiveValueIsTheNewestBySamplingWhateverTheOrder() {
    apply(reading("2051", EIGHT, "12"), reading("2011", EIGHT.plusSeconds(30), "13"));
    apply(reading("2051", EIGHT.minusSeconds(60), "11"));
    apply(reading("2061", EIGHT.plusSeconds(3600), "99"));
    LiveValues live = new LiveValues(DATABASE.jdbi());
    assertThat(live.of("MN1"))
        .singleElement()
        .matches(value -> value.value().toPlainString().equals("13"));
    assertThat(live.lastHeard()).containsEntry("MN1", EIGHT.plusSeconds(3605));
  }

  private PeriodMean find(String factor) {
    return means.find("MN1", AveragingPeriod.HOUR, EIGHT, factor).orElseThrow();
  }

  private void apply(MeansRecord... records) {
    DATABASE
        .jdbi()
        .useTransaction(
            handle ->
                new MeansTable()
                    .apply(handle, Stream.of(records).map(MeansTableIT::incoming).toList()));
  }

  private void apply(ReadingRecord... records) {
    DATABASE
        .jdbi()
        .useTransaction(
            handle ->
                new ReadingsTable()
                    .apply(handle, Stream.of(records).map(MeansTableIT::incoming).toList()));
  }

  private static <T> Incoming<T> incoming(T value) {
    return new Incoming<>("topic", 0, 0, "key", value, "{}", EIGHT);
  }

  private static MeansRecord hour(
      Instant start, int revision, Cause cause, String factor, String converted) {
    Decimal value = Decimal.of(converted);
    boolean over = value.exceeds(LIMIT.value());
    return record(
        start,
        revision,
        factor,
        new MeansRecord.Factor(
            revision,
            cause,
            revision,
            Decimal.of("25"),
            value,
            Decimal.of("40.4"),
            "mg/m3",
            null,
            12L,
            true,
            "",
            null,
            FactorMean.Source.REPORTED,
            List.of(0),
            new MeansRecord.Judged(
                "rule",
                LIMIT,
                over ? Verdict.EXCEEDS : Verdict.COMPLIANT,
                value,
                over ? Decimal.of("0.2") : null,
                "")));
  }

  private static MeansRecord invalidHour(Instant start) {
    return record(
        start,
        1,
        SO2,
        new MeansRecord.Factor(
            1,
            Cause.LIVE,
            1,
            null,
            null,
            null,
            "mg/m3",
            null,
            null,
            false,
            "flag C",
            null,
            FactorMean.Source.REPORTED,
            List.of(),
            new MeansRecord.Judged("rule", LIMIT, Verdict.NOT_JUDGED, null, null, "flag C")));
  }

  private static MeansRecord record(
      Instant start, int revision, String factor, MeansRecord.Factor of) {
    SortedMap<String, MeansRecord.Factor> factors = new TreeMap<>();
    factors.put(factor, of);
    return new MeansRecord(
        MeansRecord.SCHEMA_VERSION,
        "MN1",
        AveragingPeriod.HOUR,
        start,
        revision,
        of.cause(),
        factors,
        List.of(new FrameRef("packets", 3, 42, "00112233445566778899aabbccddeeff")));
  }

  private static ReadingRecord reading(String cn, Instant at, String value) {
    SortedMap<String, ReadingRecord.Factor> factors = new TreeMap<>();
    factors.put(
        SO2,
        new ReadingRecord.Factor(Decimal.of(value), null, null, null, null, "N", "mg/m3", null));
    return new ReadingRecord(
        ReadingRecord.SCHEMA_VERSION,
        "MN1",
        cn,
        at,
        at.plusSeconds(5),
        false,
        factors,
        new FrameRef("packets", 3, 42, "00112233445566778899aabbccddeeff"));
  }
}
