package io.touchline.ingest;

import static io.touchline.contract.QualityRecord.Kind.CHECK_CONTRADICTS_PROFILE;
import static io.touchline.contract.QualityRecord.Kind.CIPHER_CONTRADICTS_PROFILE;
import static io.touchline.contract.QualityRecord.Kind.EDITION_CONTRADICTS_PROFILE;
import static io.touchline.contract.QualityRecord.Kind.LENGTH_CONTRADICTS_PROFILE;
import static io.touchline.contract.QualityRecord.Kind.PASSWORD_CONTRADICTS_PROFILE;
import static io.touchline.contract.QualityRecord.Kind.TWO_CONNECTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.QualityRecord.Kind;
import io.touchline.contract.StationDialect;
import io.touchline.hj212.CheckMode;
import io.touchline.hj212.LengthMode;
import io.touchline.hj212.PacketWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Stations whose frames say something else than their profile. */
class StationWatchTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final String MN = Frames.MN;
  private static final String KEY = "0123456789abcdef";

  private final HandClock clock = new HandClock(START);
  private final ToldNews told = new ToldNews();
  private Station station = new Station(Frames.PW);
  private final Stations stations = mn -> Optional.of(station).filter(s -> mn.equals(MN));
  private final FrameChecker checker = new FrameChecker(stations);
  private final StationWatch watch =
      new StationWatch(
          "gw",
          told.topics,
          stations,
          new StationLinks("gw", told.news, clock),
          new LinkMeters(),
          told.news,
          clock);
  private final LoggerConnection connection =
      watch.opened(new EmbeddedChannel(), "10.0.0.1:40000", false);

  static Stream<Arguments> contradictions() {
    byte[] plain = Frames.minute(MN, Frames.PW, Frames.qn(1));
    Station any = new Station(Frames.PW);
    return Stream.of(
        Arguments.of(EDITION_CONTRADICTS_PROFILE, station("2025", null, null, null), plain),
        Arguments.of(EDITION_CONTRADICTS_PROFILE, station("2005", null, null, null), plain),
        Arguments.of(CHECK_CONTRADICTS_PROFILE, any, Dialects.checkedBy(CheckMode.MODBUS, plain)),
        Arguments.of(CHECK_CONTRADICTS_PROFILE, station(null, CheckMode.MODBUS, null, null), plain),
        Arguments.of(LENGTH_CONTRADICTS_PROFILE, any, Dialects.declaring(6, plain)),
        Arguments.of(PASSWORD_CONTRADICTS_PROFILE, any, Frames.minute(MN, "654321", Frames.qn(1))),
        Arguments.of(PASSWORD_CONTRADICTS_PROFILE, any, Frames.minute(MN, "", Frames.qn(1))),
        Arguments.of(CIPHER_CONTRADICTS_PROFILE, station(null, null, null, KEY), plain),
        Arguments.of(CIPHER_CONTRADICTS_PROFILE, any, Dialects.enciphered(MN, KEY)),
        Arguments.of(
            CIPHER_CONTRADICTS_PROFILE,
            station(null, null, null, KEY),
            Dialects.enciphered(MN, "another key of 16".substring(1))));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("contradictions")
  void threeFramesInARowThatSayAnotherThingAreToldOnce(Kind kind, Station profile, byte[] frame) {
    station = profile;
    hear(frame, frame);
    assertThat(told()).isEmpty();

    clock.advance(Duration.ofSeconds(30));
    hear(frame, frame, frame);

    assertThat(told()).hasSize(1);
    QualityRecord record = told().get(0);
    assertThat(record.kind()).isEqualTo(kind);
    assertThat(record.mn()).isEqualTo(MN);
    assertThat(record.from()).isEqualTo(START);
    assertThat(record.to()).isNull();
    assertThat(record.evidence()).containsEntry("count", "3");
    assertThat(record.toString()).doesNotContain("654321", Frames.PW, KEY);
  }

  static Stream<Arguments> agreements() {
    byte[] plain = Frames.minute(MN, Frames.PW, Frames.qn(1));
    return Stream.of(
        Arguments.of("any edition", station(null, null, null, null), plain),
        Arguments.of("its edition", station("2017", null, null, null), plain),
        Arguments.of(
            "a right length of a lenient one",
            station(null, null, LengthMode.LENIENT, null),
            plain),
        Arguments.of(
            "a lenient length",
            station(null, null, LengthMode.LENIENT, null),
            Dialects.declaring(6, plain)),
        Arguments.of(
            "its check code",
            station(null, CheckMode.MODBUS, null, null),
            Dialects.checkedBy(CheckMode.MODBUS, plain)),
        Arguments.of("its key", station("2025", null, null, KEY), Dialects.enciphered(MN, KEY)),
        Arguments.of("noise", station("2017", null, null, null), Dialects.damaged(plain)),
        Arguments.of(
            "an answer without Flag",
            station("2017", null, null, null),
            PacketWriter.frame(
                Frames.bytes("ST=91;CN=9012;PW=123456;MN=" + MN + ";CP=&&QN=1;ExeRtn=1&&"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("agreements")
  void whatAgreesOrSaysNothingIsNotTold(String what, Station profile, byte[] frame) {
    station = profile;
    hear(frame, frame, frame, frame);

    assertThat(told()).isEmpty();
  }

  @Test
  void aFrameThatAgreesBetweenThemBeginsTheCountAnew() {
    byte[] wrong = Frames.minute(MN, "654321", Frames.qn(1));
    byte[] right = Frames.minute(MN, Frames.PW, Frames.qn(1));

    hear(wrong, wrong, right, wrong, wrong, right);

    assertThat(told()).isEmpty();
  }

  @Test
  void eachTimeAnotherOtherThingIsNoRow() {
    hear(
        Frames.minute(MN, "111111", Frames.qn(1)),
        Frames.minute(MN, "222222", Frames.qn(1)),
        Frames.minute(MN, "333333", Frames.qn(1)),
        Frames.minute(MN, "444444", Frames.qn(1)));

    assertThat(told()).isEmpty();
  }

  @Test
  void whileItLastsItIsToldDailyAndThenItsEnd() {
    byte[] wrong = Frames.minute(MN, "654321", Frames.qn(1));
    for (int hour = 0; hour < 60; hour++) {
      hear(wrong);
      clock.advance(Duration.ofHours(1));
    }
    hear(Frames.minute(MN, Frames.PW, Frames.qn(1)));
    hear(Frames.minute(MN, Frames.PW, Frames.qn(1)));

    assertThat(told()).extracting(QualityRecord::from).containsOnly(START);
    assertThat(told())
        .extracting(QualityRecord::to)
        .containsExactly(null, null, null, START.plus(Duration.ofHours(60)));
    assertThat(watch.contradicting()).isZero();
  }

  @Test
  void twoContradictionsAtATimeAreTwoEpisodes() {
    station = station("2025", null, null, null);
    byte[] wrong = Frames.minute(MN, "654321", Frames.qn(1));
    hear(wrong, wrong, wrong);
    station = station("2017", null, null, null);
    hear(wrong);

    assertThat(told())
        .extracting(QualityRecord::kind)
        .containsExactly(
            EDITION_CONTRADICTS_PROFILE, PASSWORD_CONTRADICTS_PROFILE, EDITION_CONTRADICTS_PROFILE);
    assertThat(told().get(2).to()).isEqualTo(START);
  }

  @Test
  void aStationThatComesBackToAConnectionItHadLeftIsOnTwo() {
    LoggerConnection other = watch.opened(new EmbeddedChannel(), "10.0.0.2:50000", false);
    byte[] frame = Frames.minute(MN, Frames.PW, Frames.qn(1));
    for (int round = 0; round < 3; round++) {
      watch.heard(checker.check(new Piece.Candidate(frame, 0)), connection);
      watch.heard(checker.check(new Piece.Candidate(frame, 0)), other);
      clock.advance(Duration.ofSeconds(20));
    }
    assertThat(told()).extracting(QualityRecord::kind).containsExactly(TWO_CONNECTIONS);

    clock.advance(Duration.ofMinutes(11));
    watch.heard(checker.check(new Piece.Candidate(frame, 0)), other);

    assertThat(told()).hasSize(2);
    assertThat(told().get(1).to()).isEqualTo(START.plusSeconds(40));
  }

  @Test
  void aLoggerThatReconnectsNowAndThenIsOnOne() {
    byte[] frame = Frames.minute(MN, Frames.PW, Frames.qn(1));
    for (int time = 0; time < 10; time++) {
      LoggerConnection next = watch.opened(new EmbeddedChannel(), "10.0.0.1:" + time, false);
      watch.heard(checker.check(new Piece.Candidate(frame, 0)), next);
      watch.heard(checker.check(new Piece.Candidate(frame, 0)), next);
    }

    assertThat(told()).isEmpty();
  }

  private static Station station(String edition, CheckMode check, LengthMode length, String key) {
    return Station.of(
        Frames.PW,
        edition,
        new StationDialect(check, length, null, null, null, key, null, null, null),
        List.of());
  }

  private void hear(byte[]... frames) {
    for (byte[] frame : frames) {
      watch.heard(checker.check(new Piece.Candidate(frame, 0)), connection);
    }
  }

  private List<QualityRecord> told() {
    return told.told(told.topics.quality(), QualityRecord.class);
  }
}
