package io.touchline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Reason;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrameCheckerTest {

  private static final Map<String, Station> REGISTRY =
      Map.of("LOCKED", new Station("123456"), "OPEN", new Station(null), "EMPTY", new Station(""));

  private final FrameChecker checker =
      new FrameChecker(mn -> Optional.ofNullable(REGISTRY.get(mn)));

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
  void everyReasonOfTheProtocolIsAReasonForQuarantineUnderTheSameCode(Reason reason) {
    assertThat(QuarantineReason.of(reason).code()).isEqualTo(reason.code());
  }

  private Checked check(String mn, String pw) {
    return checker.check(new Piece.Candidate(Frames.minute(mn, pw, Frames.qn(1)), 0));
  }

  private static Checked.Bad bad(Checked checked) {
    assertThat(checked).isInstanceOf(Checked.Bad.class);
    return (Checked.Bad) checked;
  }
}
