package io.touchline.hj212.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.hj212.Edition;
import io.touchline.hj212.Packet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopeTest {

  private static final String HEADER = ";PW=123456;MN=" + Exchange.MN + ";";

  @ParameterizedTest
  @CsvSource({"V2005, 3", "V2017, 5", "V2025, 9"})
  void requestAsksForAnAnswerInTheWayOfItsEdition(Edition edition, int flag) {
    Envelope envelope = Envelope.request(edition, Exchange.QN, "32", Exchange.PW, Exchange.MN);

    assertThat(segment(envelope, SettingMessage.SetTimeout.of(5, 3)))
        .isEqualTo(
            "QN=20260101090002123;ST=32;CN=1000"
                + HEADER
                + "Flag="
                + flag
                + ";CP=&&OverTime=5;ReCount=3&&");
    assertThat(envelope.wantsAnswer()).isTrue();
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of("5", "QN=20260101090002123;ST=91;CN=9011", "Flag=4;CP=&&QnRtn=1&&"),
        Arguments.of("7", "QN=20260101090002123;ST=91;CN=9011", "Flag=4;CP=&&QnRtn=1&&"),
        Arguments.of("9", "QN=20260101090002123;ST=91;CN=9011", "Flag=8;CP=&&QnRtn=1&&"),
        Arguments.of("3", "ST=91;CN=9011", "CP=&&QN=20260101090002123;QnRtn=1&&"));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void answerRepeatsTheQnInTheWayOfTheEdition(String flag, String head, String tail) {
    Packet request = packet("CN=1000", flag);

    assertThat(segment(Envelope.answer(request), Interaction.RequestAnswer.of(QnRtn.READY)))
        .isEqualTo(head + HEADER + tail);
  }

  @Test
  void replyToAQuestionKeepsSystemCodeAndQn() {
    assertThat(
            segment(Envelope.reply(packet("CN=1061", "5")), SettingMessage.RealtimeInterval.of(30)))
        .isEqualTo("QN=20260101090002123;ST=32;CN=1061" + HEADER + "Flag=4;CP=&&RtdInterval=30&&");
    assertThat(
            segment(Envelope.reply(packet("CN=1061", "3")), SettingMessage.RealtimeInterval.of(30)))
        .isEqualTo("ST=32;CN=1061" + HEADER + "CP=&&QN=20260101090002123;RtdInterval=30&&");
  }

  @ParameterizedTest
  @CsvSource({
    "V2005, false, ''", "V2005, true, 'Flag=1;'", "V2017, false, 'Flag=4;'",
    "V2017, true, 'Flag=5;'", "V2025, false, 'Flag=8;'", "V2025, true, 'Flag=9;'",
  })
  void uploadAsksOnlyWhenItWantsTo(Edition edition, boolean asks, String flag) {
    assertThat(
            segment(
                Envelope.upload(edition, null, "32", Exchange.PW, Exchange.MN, asks),
                Interaction.Heartbeat.PLAIN))
        .isEqualTo("ST=32;CN=9015" + HEADER + flag + "CP=&&&&");
  }

  @Test
  void partAndBackfillAreMarkedAndEachPartHasItsOwnQn() {
    Envelope whole =
        Envelope.upload(Edition.V2025, Exchange.QN, "32", Exchange.PW, Exchange.MN, true);

    assertThat(
            segment(
                whole.withPart("20260101090002124", 2, 3).asResent(), Interaction.Heartbeat.PLAIN))
        .isEqualTo(
            "QN=20260101090002124;ST=32;CN=9015" + HEADER + "Flag=11;PNUM=3;PNO=2;RF=1;CP=&&&&");
  }

  @Test
  void loggerWithoutDeviceIdIsAnsweredWithAnEmptyOne() {
    Packet join =
        Exchange.packet(
            Exchange.around("QN=1;ST=91;CN=1001;PW=123456;MN=;Flag=9;CP=&&i23005-Info=1&&"));

    assertThat(segment(Envelope.answer(join), Interaction.NoticeAnswer.PLAIN))
        .isEqualTo("QN=1;ST=91;CN=9013;PW=123456;MN=;Flag=8;CP=&&&&");
  }

  @Test
  void surfaceWaterLoggerIsAskedWithItsOwnFlag() {
    Envelope envelope =
        Envelope.request(Edition.V2017, Exchange.QN, "21", Exchange.PW, Exchange.MN).withFlag(9);
    Packet packet = Exchange.packet(envelope.frame(TimeMessage.GetTime.PLAIN));

    assertThat(packet.edition()).isEqualTo(Edition.V2017);
    assertThat(Envelope.of(packet)).isEqualTo(envelope);
  }

  @Test
  void textHoldsNoPassword() {
    assertThat(Envelope.request(Edition.V2017, Exchange.QN, "32", "s3cret", "M1").toString())
        .doesNotContain("s3cret");
  }

  private static Packet packet(String cn, String flag) {
    return Exchange.packet(
        Exchange.around(
            "QN=" + Exchange.QN + ";ST=32;" + cn + HEADER + "Flag=" + flag + ";CP=&&&&"));
  }

  private static String segment(Envelope envelope, Message message) {
    String frame = Exchange.text(envelope.frame(message));
    return frame.substring(6, frame.length() - 6);
  }
}
