package io.touchline.alerts.book;

import static io.touchline.alerts.AlertFixture.NINE;
import static io.touchline.alerts.Records.compliant;
import static io.touchline.alerts.Records.episode;
import static io.touchline.alerts.Records.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.alerts.AlertFixture;
import io.touchline.alerts.Database;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.ExceedanceRecord.State;
import io.touchline.contract.QualityRecord;
import io.touchline.domain.alert.Grade;
import io.touchline.domain.alert.Standing.Status;
import io.touchline.fixtures.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertBookIT {

  private static final Instant EIGHT = NINE.minus(Duration.ofHours(1));

  private static TestPostgres postgres;

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
  void open() {
    alerts = new AlertFixture(postgres);
  }

  @AfterEach
  void close() {
    alerts.close();
  }

  @Test
  void anEpisodeOpensAnAlertWithItsFiguresAndItsPlace() {
    alerts.outlet("MN1", "1号锅炉排口");
    alerts.exceedance(episode("MN1", EIGHT, 1, State.OPEN, "1.15"));

    Alert alert = alerts.onlyAlert();
    assertThat(alert.standing().grade()).isEqualTo(Grade.EXCEEDANCE);
    assertThat(alert.standing().multiple().toString()).isEqualTo("1.15");
    assertThat(alert.place().enterpriseName()).isEqualTo("晋能热电有限公司");
    assertThat(alert.place().medium()).isEqualTo("AIR");
    assertThat(alert.limit()).isEqualTo("35");
    assertThat(alerts.events()).startsWith("OPENED");
  }

  @Test
  void moreOfTheSameRaisesTheCountAndNotTheNumberOfAlerts() {
    alerts.exceedance(episode("MN1", EIGHT, 1, State.OPEN, "0.2"));
    alerts.exceedance(episode("MN1", EIGHT, 2, State.CLOSED, "0.2"));
    alerts.exceedance(episode("MN1", EIGHT.plusSeconds(4 * 3600), 1, State.OPEN, "0.2"));

    assertThat(alerts.onlyAlert().standing().occurrences()).isEqualTo(2);
    assertThat(alerts.events()).contains("COUNTED");
  }

  @Test
  void takingTheSameAgainChangesNothing() {
    ExceedanceRecord one = episode("MN1", EIGHT, 1, State.OPEN, "0.2");
    ExceedanceRecord two = episode("MN1", EIGHT, 2, State.CLOSED, "0.2");
    alerts.exceedance(one, two);
    List<Alert> before = alerts.alerts();
    List<String> events = alerts.events();
    alerts.clock().forward(Duration.ofMinutes(1));
    alerts.exceedance(two, one);
    alerts.exceedance(one);

    assertThat(alerts.alerts()).isEqualTo(before);
    assertThat(alerts.events()).isEqualTo(events);
  }

  @Test
  void threeHoursThatComplyEndItAndAnotherEpisodeReopensIt() {
    alerts.exceedance(episode("MN1", EIGHT, 1, State.OPEN, "0.2"));
    alerts.exceedance(episode("MN1", EIGHT, 2, State.CLOSED, "0.2"));
    alerts.means(compliant("MN1", hour(2)), compliant("MN1", hour(3)));
    assertThat(alerts.onlyAlert().standing().status()).isEqualTo(Status.OPEN);
    alerts.means(compliant("MN1", hour(4)));
    assertThat(alerts.onlyAlert().standing().status()).isEqualTo(Status.ENDED);
    alerts.exceedance(episode("MN1", hour(5), 1, State.OPEN, "0.2"));

    assertThat(alerts.onlyAlert().standing().status()).isEqualTo(Status.OPEN);
    assertThat(alerts.onlyAlert().cycle()).isEqualTo(2);
    assertThat(alerts.events()).contains("ENDED", "REOPENED");
  }

  @Test
  void anEpisodeLongAfterTheEndIsAnotherAlert() {
    alerts.exceedance(episode("MN1", EIGHT, 1, State.OPEN, "0.2"));
    alerts.exceedance(episode("MN1", EIGHT, 2, State.CLOSED, "0.2"));
    alerts.later(Duration.ofDays(2));
    assertThat(alerts.onlyAlert().standing().status()).isEqualTo(Status.ENDED);
    alerts.exceedance(episode("MN1", hour(60), 1, State.OPEN, "0.2"));

    assertThat(alerts.alerts())
        .extracting(alert -> alert.standing().status())
        .containsExactly(Status.ENDED, Status.OPEN);
  }

  @Test
  void aRevisionThatTakesTheGroundAwayWithdraws() {
    alerts.exceedance(episode("MN1", EIGHT, 1, State.OPEN, "0.2"));
    alerts.exceedance(episode("MN1", EIGHT, 2, State.WITHDRAWN, "0.2"));

    assertThat(alerts.onlyAlert().standing().status()).isEqualTo(Status.WITHDRAWN);
    assertThat(alerts.events()).contains("WITHDRAWN");
  }

  @Test
  void whatWasWithdrawnBeforeItWasKnownOpensNothing() {
    alerts.exceedance(
        episode("MN1", EIGHT, 1, State.OPEN, "0.2"),
        episode("MN1", EIGHT, 2, State.WITHDRAWN, "0.2"));

    assertThat(alerts.onlyAlert().standing().status()).isEqualTo(Status.WITHDRAWN);
    assertThat(alerts.events()).isEmpty();
  }

  @Test
  void aDoubtAboutTheInstrumentLowersTheGradeAndItsWithdrawalRaisesItAgain() {
    alerts.exceedance(episode("MN1", EIGHT, 1, State.OPEN, "1.15"));
    QualityRecord doubt = finding("MN1", QualityRecord.Kind.SUSPECT_FROZEN, EIGHT, hour(4), "0.9");
    alerts.finding(doubt);
    assertThat(ofMeans().standing().grade()).isEqualTo(Grade.EARLY_WARNING);
    assertThat(ofMeans().standing().reasons()).anyMatch(r -> r.effect().equals("LOWER"));
    alerts.finding(doubt.withdraw());

    assertThat(ofMeans().standing().grade()).isEqualTo(Grade.EXCEEDANCE);
    assertThat(alerts.events()).contains("LOWERED", "RAISED_TO_EXCEEDANCE");
  }

  @Test
  void falsifiedLookingDataLowerNothing() {
    alerts.exceedance(episode("MN1", EIGHT, 1, State.OPEN, "1.15"));
    alerts.finding(finding("MN1", QualityRecord.Kind.SUSPECT_MARK_ABUSE, EIGHT, hour(4), "1"));

    assertThat(ofMeans().standing().grade()).isEqualTo(Grade.EXCEEDANCE);
  }

  @Test
  void twoOpenAlertsOfOneKeyBecomeOne() {
    ExceedanceRecord late = episode("MN1", hour(40), 1, State.OPEN, "0.2");
    alerts.clock().set(hour(41));
    alerts.exceedance(episode("MN1", EIGHT, 1, State.CLOSED, "0.2"));
    alerts.exceedance(late);
    assertThat(alerts.alerts()).hasSize(2);
    alerts.exceedance(episode("MN1", EIGHT, 3, State.OPEN, "0.2"));

    assertThat(alerts.alerts()).filteredOn(Alert::isOpen).hasSize(1);
    assertThat(alerts.alerts().get(0).standing().occurrences()).isEqualTo(2);
    assertThat(alerts.events()).contains("MERGED");
  }

  @Test
  void whateverTheOrderOfOneOutletsRevisionsTheAlertIsTheSame() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<ExceedanceRecord> records = new ArrayList<>();
    for (int episode = 0; episode < 6; episode++) {
      Instant from = hour(3 * episode);
      records.add(episode("MN1", from, 1, State.OPEN, "0." + (1 + episode)));
      records.add(episode("MN1", from, 2, State.OPEN, "0." + (1 + episode)));
      State end = random.nextBoolean() ? State.CLOSED : State.WITHDRAWN;
      records.add(episode("MN1", from, 3, end, "0.3"));
    }
    records.add(episode("MN1", hour(18), 1, State.OPEN, "0.4"));
    alerts.clock().set(hour(19));
    records.forEach(alerts::exceedance);
    var expected = alerts.alerts().get(0).standing();
    for (int round = 0; round < 10; round++) {
      List<ExceedanceRecord> shuffled = new ArrayList<>(records);
      shuffled.addAll(records.subList(0, random.nextInt(records.size())));
      Collections.shuffle(shuffled, random);
      try (AlertFixture other = new AlertFixture(postgres)) {
        other.clock().set(hour(19));
        while (!shuffled.isEmpty()) {
          int size = 1 + random.nextInt(shuffled.size());
          other.exceedance(shuffled.subList(0, size).toArray(ExceedanceRecord[]::new));
          shuffled = new ArrayList<>(shuffled.subList(size, shuffled.size()));
        }
        assertThat(other.alerts().stream().filter(Alert::isOpen).map(Alert::standing))
            .as("seed " + seed)
            .containsExactly(expected);
      }
    }
  }

  @Test
  void underTheRoleOfTheInstallationTheHistoriesCannotBeTouched() {
    alerts.exceedance(episode("MN1", EIGHT, 1, State.OPEN, "0.2"));
    try (Database restricted =
        Database.open(alerts.url(), "postgres", "postgres", "touchline_alerts")) {
      for (String crime :
          List.of(
              "update alerts.alert_history set actor = 'nobody'",
              "delete from alerts.alert_history",
              "truncate alerts.alert_history",
              "delete from alerts.episode_revision",
              "drop table alerts.alert_history")) {
        assertThatThrownBy(() -> restricted.jdbi().useHandle(handle -> handle.execute(crime)))
            .as(crime)
            .hasStackTraceContaining(
                crime.startsWith("drop") ? "must be owner" : "permission denied");
      }
      restricted.jdbi().useHandle(h -> h.execute("update alerts.alert set owner = 'x'"));
    }
    assertThatThrownBy(() -> alerts.sql("update alerts.alert_history set actor = 'nobody'"))
        .hasMessageContaining("only added to");
  }

  private Alert ofMeans() {
    return alerts.alerts().stream().filter(a -> a.subject().isOfMeans()).findFirst().orElseThrow();
  }

  private static Instant hour(int hours) {
    return EIGHT.plus(Duration.ofHours(hours));
  }
}
