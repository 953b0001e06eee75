package io.touchline.alerts.pipeline;

import static io.touchline.alerts.AlertFixture.NINE;
import static io.touchline.alerts.Records.day;
import static io.touchline.alerts.Records.episode;
import static io.touchline.alerts.Records.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.touchline.alerts.AlertFixture;
import io.touchline.alerts.channel.Secrets;
import io.touchline.alerts.life.Answer;
import io.touchline.alerts.life.Casework;
import io.touchline.alerts.life.Quiet;
import io.touchline.alerts.setup.SetupFile;
import io.touchline.contract.ExceedanceRecord.State;
import io.touchline.contract.QualityRecord.Kind;
import io.touchline.domain.alert.CauseCategory;
import io.touchline.fixtures.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineIT {

  private static final Instant EIGHT = NINE.minus(Duration.ofHours(1));

  private static final String SETUP =
      """
      enterprises:
        - {code: "91140000", sector: POWER, keyDischarger: true}
      channels:
        - {id: app, kind: IN_APP}
        - {id: mail, kind: EMAIL, perMinute: 60, settings: {host: localhost, from: a@b.cn}}
      people:
        - {id: plant, name: 厂长, enterprise: "91140000", addresses: {app: plant}}
        - {id: wang, name: 王, addresses: {app: wang, mail: wang@gov.cn}}
        - {id: li, name: Li, language: EN, addresses: {app: li}}
        - {id: head, name: 局长, addresses: {app: head}}
      rosters:
        - id: taiyuan
          name: 太原
          shifts:
            - {person: wang, days: "12345", fromHour: 8, toHour: 18}
            - {person: li, days: "12345", fromHour: 18, toHour: 8}
        - {id: city, shifts: [{person: head}]}
      routes:
        - {id: hours, subjects: [HOUR, RUNNING_HOUR], to: enterprise, pace: HOURLY}
        - {id: days, region: "1401", subjects: [DAY], gradeFrom: EXCEEDANCE, to: "roster:taiyuan"}
        - {id: stations, subjects: [SILENCE, DATA], to: "person:wang", channels: [app]}
        - {id: late, escalation: DUE, to: "person:li"}
        - {id: later, escalation: OVERDUE, to: "roster:city"}
      """;

  private static TestPostgres postgres;

  @TempDir private Path folder;
  private AlertFixture alerts;

  @BeforeAll
  static void startServer() {
    postgres = TestPostgres.start();
  }

  @AfterAll
  static void stopServer() throws Exception {
    postgres.close();
  }

  @BeforeEach
  void setUp() throws IOException {
    alerts = new AlertFixture(postgres);
    Path file = Files.writeString(folder.resolve("alerting.yaml"), SETUP);
    SetupFile.apply(file, alerts.database(), new Secrets(folder));
    alerts.outlet("MN1", "1号锅炉排口");
  }

  @AfterEach
  void close() {
    alerts.close();
  }

  @Test
  void anHourGoesToTheEnterpriseInItsDigestAndADayToTheOfficerOnDuty() {
    alerts.exceedance(episode("MN1", EIGHT, 1, State.OPEN, "0.2"));
    alerts.exceedance(day("MN1", EIGHT.minus(Duration.ofDays(1)), 1, State.OPEN, "0.63"));

    assertThat(alerts.tales())
        .containsExactlyInAnyOrder("plant app OPENED", "wang app OPENED", "wang mail OPENED");
    assertThat(alerts.strings("select bundle from alerts.delivery where person_id = 'plant'"))
        .containsExactly("digest");
    assertThat(
            alerts.strings(
                """
                select extract(minute from due_at)::text from alerts.delivery
                where person_id = 'plant'"""))
        .containsExactly(Integer.toString(Pace.minuteOf("plant")));
  }

  @Test
  void afterHoursTheOtherShiftIsTold() {
    alerts.clock().set(NINE.plus(Duration.ofHours(11)));
    alerts.exceedance(day("MN1", EIGHT.minus(Duration.ofDays(1)), 1, State.OPEN, "0.63"));

    assertThat(alerts.tales()).containsExactly("li app OPENED");
  }

  @Test
  void atTheWeekendItIsHeldUntilSomebodyIsOnDuty() {
    alerts.clock().set(NINE.plus(Duration.ofDays(1)));
    alerts.exceedance(day("MN1", EIGHT.minus(Duration.ofDays(1)), 1, State.OPEN, "0.63"));
    assertThat(alerts.tales()).isEmpty();
    assertThat(alerts.strings("select stage from alerts.held_notice")).containsExactly("route");
    alerts.later(Duration.ofDays(2));

    assertThat(alerts.tales()).contains("wang app OPENED", "wang mail OPENED");
    assertThat(alerts.strings("select stage from alerts.held_notice")).isEmpty();
  }

  @Test
  void everyoneToldIsToldOfTheWithdrawalAndNobodyElse() {
    alerts.exceedance(day("MN1", EIGHT, 1, State.OPEN, "0.63"));
    alerts.sql("update alerts.delivery set state = 'DELIVERED'");
    alerts.clock().forward(Duration.ofHours(12));
    alerts.exceedance(day("MN1", EIGHT, 2, State.WITHDRAWN, "0.63"));

    assertThat(alerts.tales())
        .filteredOn(tale -> tale.endsWith("WITHDRAWN"))
        .containsExactly("wang app WITHDRAWN", "wang mail WITHDRAWN");
  }

  @Test
  void whatHasNotLeftYetIsTakenBackInsteadOfTold() {
    alerts.exceedance(episode("MN1", EIGHT, 1, State.OPEN, "0.2"));
    alerts.exceedance(episode("MN1", EIGHT, 2, State.WITHDRAWN, "0.2"));

    assertThat(alerts.tales()).isEmpty();
  }

  @Test
  void whatComesAgainAfterAWithdrawalIsToldAgain() {
    alerts.exceedance(day("MN1", EIGHT, 1, State.OPEN, "0.63"));
    alerts.sql("update alerts.delivery set state = 'DELIVERED'");
    alerts.exceedance(day("MN1", EIGHT, 2, State.WITHDRAWN, "0.63"));
    alerts.exceedance(day("MN1", EIGHT, 3, State.OPEN, "0.63"));

    assertThat(alerts.tales()).contains("wang app REOPENED");
  }

  @Test
  void aGradeThatSwingsIsToldOnceForEachHeight() {
    for (int revision = 1; revision < 8; revision += 2) {
      alerts.exceedance(day("MN1", EIGHT, revision, State.OPEN, "0.63"));
      alerts.exceedance(day("MN1", EIGHT, revision + 1, State.OPEN, "3.5"));
    }

    assertThat(alerts.tales())
        .containsExactlyInAnyOrder(
            "wang app OPENED",
            "wang mail OPENED",
            "wang app RAISED_TO_SERIOUS",
            "wang mail RAISED_TO_SERIOUS");
  }

  @Test
  void inASilentOutletAMissingChannelIsHeldBackUntilItSpeaks() {
    var silence = finding("MN1", Kind.OUTLET_SILENT, EIGHT, null, null);
    alerts.finding(silence);
    alerts.finding(finding("MN1", Kind.GAP, EIGHT, EIGHT.plusSeconds(1800), null));
    assertThat(alerts.tales()).containsExactly("wang app OPENED");
    assertThat(alerts.strings("select reason from alerts.held_notice"))
        .containsExactly("the outlet is silent");
    alerts.finding(finding("MN1", Kind.OUTLET_SILENT, EIGHT, NINE, null).after(silence));
    alerts.later(Duration.ofMinutes(61));

    assertThat(alerts.tales()).filteredOn(tale -> tale.equals("wang app OPENED")).hasSize(2);
  }

  @Test
  void aPlannedStopHoldsSilenceBackAndNoExceedance() {
    new Quiet(alerts.database().jdbi(), alerts.clock())
        .add(
            new Quiet.Stop(
                UUID.randomUUID(), "MN1", EIGHT, EIGHT.plusSeconds(86400), "wang", "大修", null));
    alerts.finding(finding("MN1", Kind.OUTLET_SILENT, EIGHT, null, null));
    alerts.exceedance(day("MN1", EIGHT, 1, State.OPEN, "0.63"));

    assertThat(alerts.tales()).containsExactly("wang app OPENED", "wang mail OPENED");
    assertThat(alerts.strings("select reason from alerts.held_notice"))
        .containsExactly("planned stop");
  }

  @Test
  void aSilencedAlertIsToldWhenTheSilenceIsOver() {
    new Quiet(alerts.database().jdbi(), alerts.clock())
        .add(
            new Quiet.Silence(
                UUID.randomUUID(),
                "14",
                null,
                null,
                null,
                "DAY",
                EIGHT,
                NINE.plusSeconds(600),
                "li",
                "known",
                null));
    alerts.exceedance(day("MN1", EIGHT, 1, State.OPEN, "0.63"));
    assertThat(alerts.tales()).isEmpty();
    alerts.later(Duration.ofMinutes(11));

    assertThat(alerts.tales()).containsExactly("wang app OPENED", "wang mail OPENED");
  }

  @Test
  void clocksRemindThenTellTheSupervisorThenTheCity() {
    alerts.exceedance(day("MN1", EIGHT, 1, State.OPEN, "0.63"));
    alerts.later(Duration.ofHours(3));
    assertThat(alerts.tales()).contains("wang app REMINDER").doesNotContain("li app DUE");
    alerts.later(Duration.ofHours(1));
    assertThat(alerts.tales()).contains("li app DUE").doesNotContain("head app OVERDUE");
    alerts.later(Duration.ofHours(4));

    assertThat(alerts.tales()).contains("head app OVERDUE");
  }

  @Test
  void anAnswerStopsTheClocks() {
    alerts.exceedance(day("MN1", EIGHT, 1, State.OPEN, "0.63"));
    new Casework(alerts.database().jdbi(), alerts.clock())
        .answer(
            alerts.onlyAlert().id(),
            "plant",
            new Answer(
                CauseCategory.CONTROL_FACILITY,
                "脱硫塔喷淋故障",
                "已降负荷",
                null,
                null,
                null,
                null,
                List.of("A-2026-17"),
                List.of(),
                null,
                null));
    alerts.later(Duration.ofDays(1));

    assertThat(alerts.tales()).containsExactly("wang app OPENED", "wang mail OPENED");
  }

  @Test
  void oldNewsTellsNobodyAndSaysSo() {
    alerts.exceedance(day("MN1", EIGHT.minus(Duration.ofDays(30)), 1, State.OPEN, "0.63"));

    assertThat(alerts.tales()).isEmpty();
    assertThat(alerts.strings("select detail ->> 'reason' from alerts.alert_history"))
        .contains("old news");
  }

  @Test
  void aSetUpWithMistakesNamesThemAllAndWritesNothing() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("wrong.yaml"),
            """
            channels: [{id: x, kind: PIGEON}]
            rosters: [{id: r, shifts: [{person: nobody}]}]
            routes: [{id: q, to: "roster:none", gradeFrom: LOUD}]
            """);

    assertThat(catchThrowable(() -> SetupFile.apply(file, alerts.database(), new Secrets(folder))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("PIGEON", "nobody", "roster:ID", "LOUD");
    assertThat(alerts.strings("select id from alerts.channel")).doesNotContain("x");
  }
}
