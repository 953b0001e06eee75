package io.touchline.ingest.command;

import static io.touchline.contract.CommandResultRecord.State.DONE;
import static io.touchline.contract.CommandResultRecord.State.FAILED;
import static io.touchline.contract.CommandResultRecord.State.NO_DATA;
import static io.touchline.contract.CommandResultRecord.State.REFUSED;
import static io.touchline.contract.CommandResultRecord.State.UNANSWERED;
import static io.touchline.contract.CommandResultRecord.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.CommandResultRecord.State;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DialogTest {

  private static final long OVER_TIME = 10;
  private static final long PATIENCE = 100;

  private static final Word WILL = new Word.Promise(1);
  private static final Word FRAME = new Word.DataFrame();
  private static final Word REPLY = new Word.Reply(Map.of("RtdInterval", "30"));
  private static final Word NOTED = new Word.Noted();

  static Stream<Arguments> courses() {
    return Stream.of(
        Arguments.of("as the standard says", Course.SETTING, List.of(WILL, result(1)), DONE),
        Arguments.of("a question", Course.QUESTION, List.of(WILL, REPLY, result(1)), DONE),
        Arguments.of("history", Course.HISTORY, List.of(WILL, FRAME, FRAME, result(1)), DONE),
        Arguments.of("history of nothing", Course.HISTORY, List.of(WILL, result(1)), DONE),
        Arguments.of("a notice", Course.NOTICE, List.of(NOTED), DONE),
        Arguments.of("9012 without 9011", Course.SETTING, List.of(result(1)), DONE),
        Arguments.of("9011 twice", Course.SETTING, List.of(WILL, WILL, result(1)), DONE),
        Arguments.of("answer without 9011", Course.QUESTION, List.of(REPLY, result(1)), DONE),
        Arguments.of("answer behind 9012", Course.QUESTION, List.of(WILL, result(1), REPLY), DONE),
        Arguments.of("data without 9011", Course.HISTORY, List.of(FRAME, result(1)), DONE),
        Arguments.of("a request for a notice", Course.NOTICE, List.of(WILL, result(1)), DONE),
        Arguments.of("9011 and 9013", Course.NOTICE, List.of(WILL, NOTED), DONE),
        Arguments.of(
            "a promise without a number", Course.SETTING, List.of(none(), result(1)), DONE),
        Arguments.of("refused", Course.SETTING, List.of(new Word.Promise(2)), REFUSED),
        Arguments.of("wrong MN", Course.SETTING, List.of(new Word.Promise(4)), REFUSED),
        Arguments.of("first yes, then no", Course.SETTING, List.of(WILL, no()), REFUSED),
        Arguments.of("failed", Course.SETTING, List.of(WILL, result(2)), FAILED),
        Arguments.of("busy", Course.SETTING, List.of(WILL, result(5)), FAILED),
        Arguments.of("no data", Course.HISTORY, List.of(WILL, result(100)), NO_DATA),
        Arguments.of("no value", Course.QUESTION, List.of(WILL, result(100)), NO_DATA),
        Arguments.of("no data of a setting", Course.SETTING, List.of(WILL, result(100)), FAILED),
        Arguments.of("data, then none", Course.HISTORY, List.of(WILL, FRAME, result(100)), FAILED),
        Arguments.of("a result of nothing", Course.SETTING, List.of(WILL, result(null)), UNKNOWN));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("courses")
  void anExchangeEndsByWhatTheLoggerSays(String what, Course course, List<Word> said, State end) {
    Dialog dialog = begin(course);
    for (Word word : said) {
      assertThat(dialog).as(what).isNotInstanceOf(Dialog.Over.class);
      dialog = dialog.hears(word, 1);
    }

    assertThat(outcome(dialog)).as(what).isEqualTo(end);
  }

  @Test
  void aRequestWithoutAnAnswerIsSentAgainReCountTimesAndThenIsUnanswered() {
    Dialog dialog = begin(Course.SETTING);
    for (int attempt = 1; attempt <= 4; attempt++) {
      assertThat(dialog).isInstanceOf(Dialog.Asked.class);
      assertThat(((Dialog.Asked) dialog).attempt()).isEqualTo(attempt);
      assertThat(dialog.until()).isEqualTo(attempt * OVER_TIME);
      dialog = dialog.hearsNothing(dialog.until());
    }

    assertThat(outcome(dialog)).isEqualTo(UNANSWERED);
  }

  @Test
  void afterAPromiseNothingIsSentAgainAndTheEndIsUnknown() {
    Dialog dialog = begin(Course.SETTING).hears(WILL, 3);

    assertThat(dialog.until()).isEqualTo(3 + PATIENCE);
    assertThat(outcome(dialog.hearsNothing(dialog.until()))).isEqualTo(UNKNOWN);
  }

  @Test
  void eachDataFrameIsCountedAndGivesMoreTime() {
    Dialog dialog = begin(Course.HISTORY).hears(WILL, 0).hears(FRAME, 50).hears(FRAME, 90);

    assertThat(dialog.until()).isEqualTo(90 + PATIENCE);
    Dialog end = dialog.hearsNothing(dialog.until());
    assertThat(outcome(end)).isEqualTo(UNKNOWN);
    assertThat(end.heard().frames()).isEqualTo(2);
  }

  @Test
  void anAnswerWithoutItsResultIsDoneAllTheSame() {
    Dialog dialog = begin(Course.QUESTION).hears(WILL, 0).hears(REPLY, 1);

    assertThat(dialog.until()).isEqualTo(1 + OVER_TIME);
    Dialog end = dialog.hearsNothing(dialog.until());
    assertThat(outcome(end)).isEqualTo(DONE);
    assertThat(end.heard().values()).containsEntry("RtdInterval", "30");
    assertThat(((Dialog.Over) end).detail()).contains("9012");
  }

  @Test
  void aResultWithoutTheAnswerHasFailed() {
    Dialog dialog = begin(Course.QUESTION).hears(WILL, 0).hears(result(1), 1);

    assertThat(outcome(dialog.hearsNothing(dialog.until()))).isEqualTo(FAILED);
  }

  @Test
  void whatIsOverHearsNothingMore() {
    Dialog over = begin(Course.SETTING).hears(no(), 0);

    assertThat(over.hears(result(1), 1)).isSameAs(over);
    assertThat(over.hearsNothing(1)).isSameAs(over);
  }

  private static Dialog begin(Course course) {
    return Dialog.begin(new Dialog.Terms(course, OVER_TIME, 3, PATIENCE), 0);
  }

  private static State outcome(Dialog dialog) {
    assertThat(dialog).isInstanceOf(Dialog.Over.class);
    return ((Dialog.Over) dialog).outcome();
  }

  private static Word result(Integer exeRtn) {
    return new Word.Result(exeRtn);
  }

  private static Word none() {
    return new Word.Promise(null);
  }

  private static Word no() {
    return new Word.Promise(2);
  }
}
