package io.touchline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.StationDialect;
import io.touchline.hj212.CheckMode;
import io.touchline.hj212.LengthMode;
import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Reason;
import io.touchline.hj212.Sm4Key;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FrameCheckerTest {

  private final Map<String, Station> registry =
      new HashMap<>(
          Map.of(
              "LOCKED",
              new Station("123456"),
              "OPEN",
              new Station(null),
              "EMPTY",
              new Station("")));

  private final FrameChecker checker =
      new FrameChecker(mn -> Optional.ofNullable(registry.get(mn)));

  @Test
  void aRegisteredStationWithItsPasswordIsTaken() {
    assertThat(check("LOCKED", "123456")).isInstanceOf(Checked.Good.class);
  }

  @Test
  void aStationWithoutAPasswordInTheRegistryMayGiveAny() {
    assertThat(check("OPEN", "whatever")).isInstanceOf(Checked.Good.class);
    assertThat(check("OPEN", "")).isInstanceOf(Checked.Good.class);
    assertThat(check("EMPTY", "whatever")).isInstanceOf(Checked.Good.class);
  }

  @Test
  void anotherPasswordOrNoneIsRefused() {
    assertThat(bad(check("LOCKED", "654321")).reason()).isEqualTo(QuarantineReason.WRONG_PASSWORD);
    assertThat(bad(check("LOCKED", "")).reason()).isEqualTo(QuarantineReason.WRONG_PASSWORD);
  }

  @Test
  void aRefusalDoesNotTellThePassword() {
    assertThat(bad(check("LOCKED", "654321")).detail())
        .contains("LOCKED")
        .doesNotContain("123456", "654321");
  }

  @Test
  void aLoggerThatAsksForAnMnIsNamelessAndNamesItsSerialsInTheOrderOfTheirCodes() {
    byte[] join =
        PacketWriter.frame(
            Frames.bytes(
                "QN="
                    + Frames.qn(1)
                    + ";ST=31;CN=1001;PW=1;MN=;Flag=9;"
                    + "CP=&&i23006-Info=CPU9;i23005-Info=LOGGER7;i23007-Info=&&"));

    Checked checked = checker.check(new Piece.Candidate(join, 0));

    assertThat(checked).isInstanceOf(Checked.Nameless.class);
    assertThat(((Checked.Nameless) checked).serials()).containsExactly("LOGGER7", "CPU9");
  }

  @Test
  void aPartOfGarbageSaysWhichPartItIs() {
    Piece part = new Piece.Garbage(new byte[] {'x'}, 8192, Reason.NO_HEADER, 2, 3);

    assertThat(bad(checker.check(part)).detail()).endsWith("part 2 of 3");
  }

  @ParameterizedTest
  @EnumSource
  void aFrameInTheRegisteredMannerIsTakenAndSaysHowItWas(CheckMode check) {
    byte[] frame = Dialects.checkedBy(check, minute("S"));
    registry.put("S", speaking(check, LengthMode.EXACT));

    Checked.Good good = good(checker.check(new Piece.Candidate(frame, 0)));

    assertThat(good.piece().bytes()).isEqualTo(frame);
    assertThat(good.manner()).isEqualTo(new Manner(check, LengthMode.EXACT, false));
  }

  @ParameterizedTest
  @EnumSource
  void aStationOfAnyDialectMaySpeakByTheStandard(CheckMode check) {
    registry.put("S", speaking(check, LengthMode.LENIENT, "0123456789abcdef"));

    Checked.Good good = good(checker.check(new Piece.Candidate(minute("S"), 0)));

    assertThat(good.manner()).isEqualTo(Manner.STANDARD);
  }

  @ParameterizedTest
  @EnumSource(names = "STANDARD", mode = EnumSource.Mode.EXCLUDE)
  void aFrameInAnotherMannerIsRefusedUnderItsMnWithWhatWouldFit(CheckMode check) {
    byte[] frame = Dialects.checkedBy(check, minute("LOCKED"));

    Checked.Bad bad = bad(checker.check(new Piece.Candidate(frame, 0)));

    assertThat(bad.reason()).isEqualTo(QuarantineReason.BAD_CRC);
    assertThat(bad.mn()).isEqualTo("LOCKED");
    assertThat(bad.detail())
        .endsWith("it would fit check " + check + ", mend the logger or register that");
    assertThat(bad.sender().manner().check()).isEqualTo(check);
  }

  @Test
  void aLengthThatCountsTheCheckCodeIsTakenWhereTheRegistrySaysLenientAndElseNamed() {
    byte[] frame = Dialects.declaring(4, minute("S"));
    registry.put("S", speaking(CheckMode.STANDARD, LengthMode.EXACT));
    Checked.Bad bad = bad(checker.check(new Piece.Candidate(frame, 0)));
    assertThat(bad.reason()).isEqualTo(QuarantineReason.BAD_LENGTH);
    assertThat(bad.mn()).isEqualTo("S");
    assertThat(bad.detail()).contains("it would fit check STANDARD and length LENIENT");

    registry.put("S", speaking(CheckMode.STANDARD, LengthMode.LENIENT));
    assertThat(good(checker.check(new Piece.Candidate(frame, 0))).manner().length())
        .isEqualTo(LengthMode.LENIENT);
  }

  @Test
  void anEncipheredFrameIsOpenedByAnyOfTheKeysAndKeptAsItCame() {
    byte[] frame = Dialects.enciphered("S", "fedcba9876543210");
    registry.put(
        "S",
        Station.of(
            Frames.PW,
            null,
            StationDialect.STANDARD.withKey("0123456789abcdef"),
            List.of(Sm4Key.parse("fedcba9876543210"))));

    Checked.Good good = good(checker.check(new Piece.Candidate(frame, 0)));

    assertThat(good.piece().bytes()).isSameAs(frame);
    assertThat(good.manner().enciphered()).isTrue();
    assertThat(good.packet().factors()).containsKey("a21026");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "              | no SM4 key is registered for it",
        "too short     | the registered SM4 key is none",
        "0123456789abcdef | no registered SM4 key opens it"
      })
  void anEncipheredFrameThatCannotBeOpenedSaysWhy(String key, String detail) {
    registry.put("S", Station.of(Frames.PW, null, StationDialect.STANDARD.withKey(key), List.of()));

    Checked.Bad bad =
        bad(checker.check(new Piece.Candidate(Dialects.enciphered("S", "fedcba9876543210"), 0)));

    assertThat(bad.mn()).isEqualTo("S");
    assertThat(bad.detail()).contains(detail);
    assertThat(bad.sender().manner()).isEqualTo(Manner.UNREAD_CIPHER);
  }

  @Test
  void aDamagedFrameThatNamesARegisteredStationIsKeptUnderItsMnAndProvesNothingElse() {
    byte[] frame = minute("LOCKED");
    frame[100] ^= 1;

    Checked.Bad bad = bad(checker.check(new Piece.Candidate(frame, 0)));

    assertThat(bad.mn()).isEqualTo("LOCKED");
    assertThat(bad.sender()).isNull();
  }

  @Test
  void aDamagedFrameOfAStrangerIsNotKeptUnderWhatItClaims() {
    byte[] frame = Dialects.checkedBy(CheckMode.MODBUS, minute("STRANGER"));

    Checked.Bad bad = bad(checker.check(new Piece.Candidate(frame, 0)));

    assertThat(bad.mn()).isNull();
    assertThat(bad.sender().mn()).isEqualTo("STRANGER");
    assertThat(bad.sender().packet().factors()).containsKey("a21026");
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonOfTheProtocolIsAReasonForQuarantineUnderTheSameCode(Reason reason) {
    assertThat(QuarantineReason.of(reason).code()).isEqualTo(reason.code());
  }

  private static byte[] minute(String mn) {
    return Frames.minute(mn, Frames.PW, Frames.qn(1));
  }

  private static Station speaking(CheckMode check, LengthMode length) {
    return speaking(check, length, null);
  }

  private static Station speaking(CheckMode check, LengthMode length, String key) {
    return Station.of(
        Frames.PW,
        null,
        new StationDialect(check, length, null, null, null, key, null, null, null),
        List.of());
  }

  private static Checked.Good good(Checked checked) {
    assertThat(checked).isInstanceOf(Checked.Good.class);
    return (Checked.Good) checked;
  }

  private Checked check(String mn, String pw) {
    return checker.check(new Piece.Candidate(Frames.minute(mn, pw, Frames.qn(1)), 0));
  }

  private static Checked.Bad bad(Checked checked) {
    assertThat(checked).isInstanceOf(Checked.Bad.class);
    return (Checked.Bad) checked;
  }
}
