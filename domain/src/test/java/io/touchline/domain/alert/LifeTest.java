package io.touchline.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.domain.ChinaTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifeTest {

  private static final Life FRESH = new Life.Fresh();
  private static final Life CLOSED = FRESH.close(CloseCode.DEVICE_FAULT, "photo 12");

  @Test
  void anAlertIsAssignedAcknowledgedAnsweredReviewedAndClosed() {
    Life assigned = FRESH.assign("wang");
    Life acknowledged = assigned.acknowledge("wang");
    Life answered = new Life.Answered("wang");
    Life reviewed = answered.review(Life.Opinion.ACCEPT);

    assertThat(assigned).isEqualTo(new Life.Assigned("wang"));
    assertThat(acknowledged).isEqualTo(new Life.Acknowledged("wang"));
    assertThat(reviewed).isEqualTo(new Life.Reviewed("wang", Life.Opinion.ACCEPT));
    assertThat(answered.isWaiting()).isFalse();
    assertThat(reviewed.close(CloseCode.OTHER, "report 3").isWaiting()).isFalse();
  }

  @Test
  void aRejectedAnswerLetsTheClockRunAgain() {
    assertThat(FRESH.answer().review(Life.Opinion.REJECT).isWaiting()).isTrue();
  }

  @Test
  void withoutAnAnswerAnOfficerCanOnlyGoAndSee() {
    assertThatThrownBy(() -> FRESH.review(Life.Opinion.ACCEPT))
        .isInstanceOf(IllegalStateException.class);
    assertThat(FRESH.review(Life.Opinion.VISIT)).isInstanceOf(Life.Reviewed.class);
  }

  @ParameterizedTest
  @CsvSource({"DEVICE_FAULT,", "DEVICE_FAULT,' '", ",photo 12"})
  void aCloseWithoutCodeOrEvidenceIsRefused(CloseCode code, String evidence) {
    assertThatThrownBy(() -> FRESH.close(code, evidence))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aClosedAlertStaysAsItIs() {
    assertThatThrownBy(() -> CLOSED.assign("li")).hasMessageContaining("DEVICE_FAULT");
    assertThatThrownBy(() -> CLOSED.acknowledge("li")).hasMessageContaining("DEVICE_FAULT");
    assertThatThrownBy(CLOSED::answer).hasMessageContaining("DEVICE_FAULT");
    assertThatThrownBy(() -> CLOSED.review(Life.Opinion.VISIT)).hasMessageContaining("DEVICE");
    assertThatThrownBy(() -> CLOSED.close(CloseCode.OTHER, "x")).hasMessageContaining("DEVICE");
  }

  @ParameterizedTest
  @CsvSource({
    "HOUR, EARLY_WARNING, true, 240",
    "HOUR, EARLY_WARNING, false, 2880",
    "DAY, EXCEEDANCE, true, 240",
    "SILENCE, NOTICE, false, 720",
    "DOUBT, SERIOUS, true,",
    "HOUR, NOTICE, true,"
  })
  void everyClockHasItsTerm(Subject subject, Grade grade, boolean key, Long minutes) {
    Instant opened = ChinaTime.parse("2026-11-20T08:00:00+08:00");

    assertThat(DueClock.of(subject, grade, key, opened).map(c -> c.within().toMinutes()))
        .isEqualTo(java.util.Optional.ofNullable(minutes));
  }

  @Test
  void aClockRemindsAQuarterBeforeAndGoesOnATermAfter() {
    Instant told = ChinaTime.parse("2026-11-20T08:00:00+08:00");
    DueClock clock = DueClock.of(Subject.DAY, Grade.EXCEEDANCE, true, told).orElseThrow();

    assertThat(clock.at(DueClock.Step.REMINDER, told)).isEqualTo(told.plusSeconds(3 * 3600));
    assertThat(clock.at(DueClock.Step.DUE, told)).isEqualTo(told.plusSeconds(4 * 3600));
    assertThat(clock.at(DueClock.Step.OVERDUE, told)).isEqualTo(told.plusSeconds(8 * 3600));
  }
}
