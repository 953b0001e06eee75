package io.touchline.hj212.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.hj212.Answers;
import io.touchline.hj212.Edition;
import io.touchline.hj212.Packet;
import io.touchline.hj212.message.Dialog.Due;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DialogTest {

  @ParameterizedTest
  @CsvSource({
    "SET_TIMEOUT, REQUEST_ANSWER RESULT",
    "CALIBRATE, REQUEST_ANSWER RESULT",
    "START_REALTIME, REQUEST_ANSWER RESULT",
    "GET_TIME, REQUEST_ANSWER DATA RESULT",
    "GET_DEVICE, REQUEST_ANSWER DATA RESULT",
    "KEEP_SAMPLE, REQUEST_ANSWER DATA RESULT",
    "MINUTE_HISTORY, REQUEST_ANSWER HISTORY_DATA RESULT",
    "GET_DEVICE_LOG, REQUEST_ANSWER HISTORY_DATA RESULT",
    "STOP_REALTIME, NOTICE_ANSWER",
    "TIME_REQUEST, NOTICE_ANSWER",
    "HEARTBEAT, NOTICE_ANSWER",
    "ALARM, NOTICE_ANSWER",
    "MINUTE, DATA_REPLY",
    "DEVICE_TIME, DATA_REPLY",
    "LOGIN, LOGIN_ANSWER",
    "DATA_REPLY, ''",
  })
  void messageSaysWhatIsDueAfterItInOrder(MessageType type, String due) {
    List<Due> expected =
        due.isEmpty() ? List.of() : Arrays.stream(due.split(" ", -1)).map(Due::valueOf).toList();

    assertThat(type.dialog().due()).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void requestsGoToTheLoggerAndDataComesBack(MessageType type) {
    if (type.dialog().isRequest()) {
      assertThat(type.directions()).containsExactly(Direction.TO_LOGGER);
    }
    if (type.dialog() == Dialog.UPLOAD) {
      assertThat(type.directions()).containsExactly(Direction.TO_CENTRE);
    }
  }

  /** {@link Answers} decides by code alone; it must decide as the table of messages does. */
  @ParameterizedTest
  @EnumSource
  void centreAnswersWhatALoggerSendsAsTheTableSays(MessageType type) {
    if (!type.directions().contains(Direction.TO_CENTRE)) {
      return;
    }
    String due =
        switch (type.dialog()) {
          case UPLOAD -> "9014";
          case NOTICE -> "9013";
          case LOGIN -> "9022";
          default -> "";
        };
    for (Edition edition : type.editions()) {
      Packet packet = Exchange.packet(type.code().cn(), edition, "");

      assertThat(Answers.to(packet).map(frame -> Exchange.packet(frame).cn()).orElse(""))
          .isEqualTo(due);
    }
  }

  @Test
  void everyQuestionHasAnAnswerOfTheSameCode() {
    for (MessageType question : MessageType.values()) {
      if (question.dialog() == Dialog.GET || question.dialog() == Dialog.HISTORY) {
        assertThat(MessageType.values())
            .as(question.toString())
            .anyMatch(
                answer ->
                    answer.code() == question.code()
                        && answer.dialog() == Dialog.UPLOAD
                        && answer.editions().containsAll(question.editions()));
      }
    }
  }
}
