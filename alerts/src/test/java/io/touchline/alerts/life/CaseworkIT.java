package io.touchline.alerts.life;

import static io.touchline.alerts.AlertFixture.NINE;
import static io.touchline.alerts.Records.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.alerts.AlertFixture;
import io.touchline.alerts.book.History;
import io.touchline.contract.ExceedanceRecord.State;
import io.touchline.domain.alert.CauseCategory;
import io.touchline.domain.alert.CloseCode;
import io.touchline.domain.alert.Life;
import io.touchline.fixtures.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseworkIT {

  private static final Instant EIGHT = NINE.minus(Duration.ofHours(1));

  private static TestPostgres postgres;

  private AlertFixture alerts;
  private Casework casework;
  private UUID alert;

  @BeforeAll
  static void startServer() {
    postgres = TestPostgres.start();
  }

  @AfterAll
  static void stopServer() throws Exception {
    postgres.close();
  }

  @BeforeEach
  void open() {
    alerts = new AlertFixture(postgres);
    casework = new Casework(alerts.database().jdbi(), alerts.clock());
    alerts.exceedance(day("MN1", EIGHT, 1, State.OPEN, "0.63"));
    alert = alerts.onlyAlert().id();
  }

  @AfterEach
  void close() {
    alerts.close();
  }

  @Test
  void everyStepIsInTheHistoryWithItsActorAndWhatWasSaid() {
    casework.assign(alert, "chief", "wang");
    casework.acknowledge(alert, "wang");
    casework.answer(alert, "plant", answer("脱硫塔喷淋故障"));
    casework.review(alert, "wang", Life.Opinion.REJECT, "照片不清");
    casework.answer(alert, "plant", answer("附新照片"));
    casework.review(alert, "wang", Life.Opinion.ACCEPT, "属实");
    casework.close(alert, "wang", CloseCode.DEVICE_FAULT, "检查记录 2026-117");

    assertThat(casework.history(alert))
        .filteredOn(entry -> !entry.actor().equals(History.SYSTEM))
        .extracting(entry -> entry.actor() + " " + entry.event())
        .containsExactly(
            "chief ASSIGNED",
            "wang ACKNOWLEDGED",
            "plant ANSWERED",
            "wang REVIEWED",
            "plant ANSWERED",
            "wang REVIEWED",
            "wang CLOSED");
    assertThat(casework.history(alert).toString())
        .contains("脱硫塔喷淋故障", "A-2026-17", "12.5", "照片不清", "检查记录 2026-117");
    assertThat(alerts.onlyAlert().life())
        .isEqualTo(new Life.Closed("wang", CloseCode.DEVICE_FAULT, "检查记录 2026-117"));
  }

  @Test
  void aRefusedStepLeavesNoTrace() {
    int before = casework.history(alert).size();

    assertThatThrownBy(() -> casework.close(alert, "wang", CloseCode.OTHER, " "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> casework.close(alert, "wang", null, "photo"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> casework.answer(alert, "plant", answer(" ")))
        .hasMessageContaining("detail");
    assertThatThrownBy(() -> casework.review(alert, "wang", Life.Opinion.ACCEPT, "fine"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> casework.acknowledge(UUID.randomUUID(), "wang"))
        .isInstanceOf(NoSuchElementException.class);
    assertThat(casework.history(alert)).hasSize(before);
    assertThat(alerts.onlyAlert().life()).isEqualTo(new Life.Fresh());
  }

  @Test
  void aClosedAlertStaysClosedAndAnotherOccurrenceIsAnotherAlert() {
    casework.close(alert, "wang", CloseCode.VIOLATION_CONFIRMED, "记录");
    alerts.exceedance(day("MN1", EIGHT, 2, State.OPEN, "0.9"));
    assertThat(alerts.onlyAlert().isClosed()).isTrue();
    alerts.exceedance(day("MN1", EIGHT.plus(Duration.ofDays(2)), 1, State.OPEN, "0.9"));

    assertThat(alerts.alerts()).hasSize(2).filteredOn(a -> a.isOpen()).hasSize(1);
  }

  @Test
  void aGroundTakenAwayFromAClosedAlertIsSaid() {
    casework.close(alert, "wang", CloseCode.VIOLATION_CONFIRMED, "记录");
    alerts.exceedance(day("MN1", EIGHT, 2, State.WITHDRAWN, "0.9"));
    alerts.exceedance(day("MN1", EIGHT, 2, State.WITHDRAWN, "0.9"));

    assertThat(alerts.onlyAlert().isClosed()).isTrue();
    assertThat(alerts.events()).filteredOn(event -> event.equals("CHANGED_AFTER_CLOSE")).hasSize(1);
  }

  private static Answer answer(String detail) {
    return new Answer(
        CauseCategory.CONTROL_FACILITY,
        detail,
        "已降负荷",
        EIGHT,
        null,
        "80 %",
        "停 1 台",
        List.of("A-2026-17"),
        List.of(new Answer.Sample("a21026", "12.5", "mg/m3", EIGHT, "R-1")),
        null,
        "张 138****0000");
  }
}
