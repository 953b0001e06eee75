package io.touchline.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

  @Test
  void uploadThatAsksGetsTheDataReplyWordForWord() {
    assertThat(answer(Frames.hourUpload().toFrame()))
        .isEqualTo(
            "##0087QN=20260101090002123;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;"
                + "Flag=4;CP=&&&&1100\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "2011, 5, 9014, 4",
    "2011, 9, 9014, 8",
    "2051, 7, 9014, 4",
    "2111, 11, 9014, 8",
    "3020, 5, 9014, 4",
    "2999, 5, 9014, 4",
    "1013, 5, 9013, 4",
    "9015, 9, 9013, 8",
    "1001, 9, 9013, 8",
    "1014, 9, 9013, 8",
    "9021, 5, 9022, 4",
  })
  void answerFollowsTheKindOfTheCommand(String cn, int flag, String answerCn, int answerFlag) {
    Packet answer = Frames.packet(Frames.ascii(answer(Frames.header(cn, flag).toFrame())));

    assertThat(answer.cn()).isEqualTo(answerCn);
    assertThat(answer.flag()).isEqualTo(answerFlag);
    assertThat(answer.st()).isEqualTo("91");
    assertThat(answer.qn()).isEqualTo(Frames.QN);
    assertThat(answer.pw()).isEqualTo("123456");
    assertThat(answer.mn()).isEqualTo(Frames.MN);
    assertThat(answer.items()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"9011", "9012", "9013", "9014", "9022", "9099"})
  void answerIsNeverAnsweredEvenIfItAsks(String cn) {
    assertThat(Answers.to(Frames.packet(Frames.header(cn, 5).toFrame()))).isEmpty();
    assertThat(Answers.to(Frames.packet(Frames.header(cn, 9).toFrame()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"4", "6", "8", "0", "-1"})
  void packetThatDoesNotAskGetsNothing(int flag) {
    assertThat(Answers.to(Frames.packet(Frames.header("2011", flag).toFrame()))).isEmpty();
  }

  @Test
  void surfaceWaterKeepsItsVersionBits() {
    byte[] upload = Frames.header("2011", 9).st("21").toFrame();

    assertThat(answer(upload)).contains(";Flag=8;");
  }

  @Test
  void answerTo2005HoldsTheQnInsideCpAndNoFlag() {
    byte[] upload = Frames.header("2011", 1).toFrame();

    assertThat(answer(upload))
        .contains("ST=91;CN=9014;PW=123456;MN=" + Frames.MN + ";CP=&&QN=" + Frames.QN + "&&");
  }

  @Test
  void answerToALoggerWithoutDeviceIdHoldsAnEmptyOne() {
    byte[] join = Frames.header("1001", 9).mn("").toFrame();

    assertThat(answer(join)).contains(";CN=9013;").contains(";MN=;Flag=8;");
  }

  private static String answer(byte[] frame) {
    return Frames.text(Answers.to(Frames.packet(frame)).orElseThrow());
  }
}
