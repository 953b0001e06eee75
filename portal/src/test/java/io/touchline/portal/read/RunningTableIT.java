package io.touchline.portal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.alerts.Incoming;
import io.touchline.contract.Json;
import io.touchline.contract.RunningMeansRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RunningTableIT {

  private static final String MN = "88888800000000000000AA01";
  private static final Instant EIGHT = ChinaTime.parse("2026-11-20T08:00:00+08:00");

  @RegisterExtension static final PortalDatabase DATABASE = new PortalDatabase();

  private RunningTable running;

  @BeforeEach
  void readModel() {
    running = new RunningTable(DATABASE.jdbi());
  }

  @Test
  void theNextHourTakesThePlaceOfThisOneAndTheHourStandsBeforeTheDay() {
    RunningMeansRecord day = record(AveragingPeriod.DAY, AveragingPeriod.DAY.startOf(EIGHT));
    RunningMeansRecord nine = record(AveragingPeriod.HOUR, EIGHT.plus(Duration.ofHours(1)));
    apply(day, record(AveragingPeriod.HOUR, EIGHT), nine);

    assertThat(running.of(MN)).containsExactly(nine, day);
    assertThat(running.of("another")).isEmpty();
  }

  @Test
  void anHourThatWasFormedDoesNotRunAnyMore() {
    apply(record(AveragingPeriod.HOUR, EIGHT));

    DATABASE
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert into portal.period_mean (mn, period, started_at, factor,
                      record_revision, revision, cause, unit, valid, reason, source, published_at)
                    values (?, 'HOUR', ?, 'a21026', 1, 1, 'LIVE', 'mg/m3', true, '', 'REPORTED',
                      now())""",
                    MN,
                    Timestamp.from(EIGHT)));

    assertThat(running.of(MN)).isEmpty();
  }

  private static RunningMeansRecord record(AveragingPeriod period, Instant start) {
    return new RunningMeansRecord(
        1, MN, period, start, start.plus(Duration.ofMinutes(5)), new TreeMap<>());
  }

  private void apply(RunningMeansRecord... records) {
    try (var handle = DATABASE.jdbi().open()) {
      running.apply(
          handle,
          List.of(records).stream()
              .map(
                  record ->
                      new Incoming<>(
                          "means-running",
                          0,
                          0,
                          record.key(),
                          record,
                          Json.text(record),
                          Instant.EPOCH))
              .toList());
    }
  }
}
