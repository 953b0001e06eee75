package io.touchline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.StationKeysRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.Judgement.Verdict;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.hj212.CheckMode;
import io.touchline.hj212.DataTimes;
import io.touchline.hj212.LengthMode;
import io.touchline.hj212.Sm4Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What one station's own way of speaking does to what is read of it. */
class StationDialectsTest {

  private static final String KEY = "0123456789abcdef";
  private static final String RENEWED = "fedcba9876543210";
  private static final Duration HOLD = JournalSettings.standard().hold();

  private final JournalFixture journal = JournalFixture.waiting();

  @ParameterizedTest
  @EnumSource
  void everyCheckCodeIsRead(CheckMode check) {
    journal.outlet(stack(new Dialect().check(check)));
    journal.receive(Dialect.checkedBy(check, Frames.hour(8, "a21026", "Avg=28")), Frames.at(9, 1));

    assertThat(journal.hour(8, "a21026").value()).hasToString("28");
  }

  @Test
  void aLengthThatIsNotTrustedIsRead() {
    journal.outlet(stack(new Dialect().length(LengthMode.LENIENT)));
    journal.receive(Dialect.declaring(4, Frames.hour(8, "a21026", "Avg=28")), Frames.at(9, 1));

    assertThat(journal.hour(8, "a21026").value()).hasToString("28");
  }

  @Test
  void anEncipheredFrameIsReadAndProvenByTheBytesThatCame() {
    byte[] frame = enciphered(8, KEY, "Avg=28");
    journal.outlet(stack(new Dialect().key(KEY)));
    journal.receive(frame, Frames.at(9, 1));

    MeansRecord means = journal.lastMeans(AveragingPeriod.HOUR, Frames.at(8, 0));
    assertThat(means.factors().get("a21026").value()).hasToString("28");
    assertThat(means.frames().get(0).hash()).isEqualTo(FrameHash.of(frame));
  }

  @Test
  void aFrameWhoseKeyComesLaterWaitsForIt() {
    journal.outlet(stack(new Dialect().key(KEY)));
    journal.receive(enciphered(8, RENEWED, "Avg=28"), Frames.at(9, 1));
    assertThat(journal.means).isEmpty();

    journal.keys(keys(RENEWED));

    assertThat(journal.hour(8, "a21026").value()).hasToString("28");
    assertThat(journal.quarantined).isEmpty();
  }

  @Test
  void aFrameWhoseStationComesLaterWaitsForIt() {
    journal.receive(Frames.hour(8, "X1", "Avg=28000"), Frames.at(9, 1));
    assertThat(journal.means).isEmpty();

    journal.outlet(stack(new Dialect().factor("X1", "a21026").unit("a21026", "ug/m3")));

    assertThat(journal.hour(8, "a21026").value()).hasToString("28");
  }

  @Test
  void aFrameWhoseKeyNeverComesGoesToQuarantineWholeAfterAWhile() {
    byte[] frame = enciphered(8, RENEWED, "Avg=28");
    journal.outlet(stack(new Dialect().key(KEY)));
    journal.receive(frame, Frames.at(9, 1));
    journal.pass(HOLD.minusMinutes(1));
    assertThat(journal.quarantined).isEmpty();

    journal.pass(Duration.ofMinutes(2));

    assertThat(journal.quarantined).containsExactly("no-key");
    assertThat(journal.quarantinedBytes).containsExactly(frame);
    journal.keys(keys(RENEWED));
    assertThat(journal.means).isEmpty();
  }

  @Test
  void aFrameOfAStationThatNeverComesIsReadByTheStandardAfterAWhile() {
    journal.receive(Frames.hour(8, "a21026", "Avg=28"), Frames.at(9, 1));
    journal.pass(HOLD.plusMinutes(1));

    assertThat(journal.hour(8, "a21026").value()).hasToString("28");
  }

  @Test
  void moreFramesThanAStationMayKeepWaitingPushTheOldestOn() {
    for (int frame = 0; frame <= PendingFrames.MOST_OF_ONE; frame++) {
      Instant at = Frames.at(0, frame);
      journal.receive(Frames.upload(Frames.MN, "2061", at, at, "a21026", "Avg=" + frame), at);
    }

    assertThat(journal.means).hasSize(1);
    assertThat(journal.hour(0, "a21026").value()).hasToString("0");
  }

  @ParameterizedTest(name = "{0} {1} is {3} {2}")
  @CsvSource({
    "28000,   ug/m3, a21026, 28,      mg/m3",
    "28,      mg/m3, a21026, 28,      mg/m3",
    "0.028,   g/m3,  a21026, 28,      mg/m3",
    "41500,   m3/h,  a00000, 11.5278, m3/s",
    "11500,   L/s,   a00000, 11.5,    m3/s",
    "36,      m3/h,  w00000, 10,      L/s",
    "0.5,     mg/L,  w20111, 500,     ug/L",
    "101325,  Pa,    a01006, 101.325, kPa",
    "7,       degF,  zzzzzz, 7,       degF"
  })
  void aValueIsBroughtIntoTheUnitOfTheTable(
      String sent, String unit, String factor, String value, String table) {
    journal.outlet(stack(new Dialect().unit(factor, unit)));
    journal.receive(
        Frames.hour(8, factor, "Avg=" + sent + ",Min=" + sent + ",ZsAvg=" + sent + ",Cou=3"),
        Frames.at(9, 1));

    assertThat(journal.hour(8, factor).value()).hasToString(value);
    assertThat(journal.hour(8, factor).converted()).hasToString(value);
    assertThat(journal.lastReading().factors().get(factor).min()).hasToString(value);
    assertThat(journal.lastReading().factors().get(factor).amount()).hasToString("3");
    assertThat(journal.lastReading().factors().get(factor).unit()).isEqualTo(table);
    assertThat(journal.quality).isEmpty();
  }

  @Test
  void aLimitIsHeldAgainstTheConvertedValue() {
    OutletRecord outlet =
        JournalFixture.stack(
            JournalFixture.hourLimit("a21026", "35", EmissionLimit.Basis.MEASURED));
    journal.outlet(
        outlet.withDialect(new Dialect().factor("SO2", "a21026").unit("a21026", "ug/m3").get()));
    journal.receiveHour(8, "SO2", "Avg=35000");
    journal.receiveHour(9, "SO2", "Avg=35100");

    assertThat(journal.hour(8, "a21026").judgement().verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(journal.hour(9, "a21026").judgement().verdict()).isEqualTo(Verdict.EXCEEDS);
  }

  @Test
  void aUnitThatDoesNotConvertIsToldAndItsValueIsKeptAsTextAndProvesNothing() {
    OutletRecord outlet =
        JournalFixture.stack(
            JournalFixture.hourLimit("a21026", "35", EmissionLimit.Basis.MEASURED));
    journal.outlet(outlet.withDialect(new Dialect().unit("a21026", "ppm").get()));
    journal.receiveHour(8, "a21026", "Avg=99.50");

    assertThat(journal.hour(8, "a21026").value()).isNull();
    assertThat(journal.hour(8, "a21026").judgement().verdict()).isEqualTo(Verdict.NOT_JUDGED);
    assertThat(journal.lastReading().factors().get("a21026").raw()).isEqualTo("99.50");
    assertThat(journal.lastReading().factors().get("a21026").unit()).isEqualTo("ppm");
    assertThat(journal.quality)
        .extracting(QualityRecord::kind)
        .containsExactly(QualityRecord.Kind.UNIT_NOT_CONVERTIBLE);

    journal.outlet(outlet);
    assertThat(journal.quality).hasSize(2);
    assertThat(journal.quality.get(1).to()).isNotNull();
  }

  @ParameterizedTest(name = "{0} stamped {1} begins {2}")
  @CsvSource({
    "2061, 20260101090000, 2026-01-01T08:00:00+08:00",
    "2061, 20260101090005, 2026-01-01T08:00:00+08:00",
    "2061, 20260101085959, 2026-01-01T08:00:00+08:00",
    "2031, 20260102000000, 2026-01-01T00:00:00+08:00",
    "2031, 20260101235959, 2026-01-01T00:00:00+08:00",
    "2051, 20260101081000, 2026-01-01T08:00:00+08:00",
    "2051, 20260101080959, 2026-01-01T08:00:00+08:00",
    "2011, 20260101081000, 2026-01-01T08:10:00+08:00"
  })
  void aStampAtTheEndNamesThePeriodBefore(String cn, String stamp, String start) {
    journal.outlet(
        JournalFixture.outlet(Frames.MN, Medium.AIR, OutletProfile.Judge.REPORTED, null, 10)
            .withDialect(new Dialect().stampsEnd().get()));
    Instant sent = ChinaTime.instant(DataTimes.second(stamp).orElseThrow());
    journal.receive(
        Frames.upload(Frames.MN, cn, sent, sent, "a21026", "Avg=28,Rtd=28"), sent.plusSeconds(60));

    assertThat(journal.lastReading().dataTime()).isEqualTo(ChinaTime.parse(start));
  }

  @Test
  void theLaterOfTwoCodesOfOneFactorStands() {
    journal.outlet(stack(new Dialect().factor("X1", "a21026")));
    journal.receiveHour(8, "a21026", "Avg=1", "X1", "Avg=2");

    assertThat(journal.hour(8, "a21026").value()).hasToString("2");
  }

  private static byte[] enciphered(int hour, String key, String values) {
    return Frames.writer(
            Frames.MN, "2061", Frames.at(hour, 0), Frames.at(hour + 1, 1), "a21026", values)
        .flag(9)
        .enciphered(Sm4Key.parse(key))
        .toFrame();
  }

  static StationKeysRecord keys(String... keys) {
    List<StationKeysRecord.Key> all =
        Arrays.stream(keys)
            .map(key -> new StationKeysRecord.Key(key, Frames.at(0, 0), Frames.at(0, 1)))
            .toList();
    return new StationKeysRecord(1, Frames.MN, all);
  }

  private static OutletRecord stack(Dialect dialect) {
    return JournalFixture.stack().withDialect(dialect.get());
  }
}
