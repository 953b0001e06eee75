package io.touchline.alerts.cases;

import io.touchline.alerts.Database;
import io.touchline.alerts.Ticking;
import io.touchline.alerts.book.AlertBook;
import io.touchline.alerts.book.Intake;
import io.touchline.alerts.book.Occurrence;
import io.touchline.contract.CaseEventRecord;
import io.touchline.contract.Topics;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.alert.AlertKey;
import io.touchline.domain.alert.Ground;
import io.touchline.domain.alert.Subject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to cases because time goes on: reminders, and each night the check whether what is
 * kept was changed, at a minute of this process's own. All of it comes from stored dates.
 */
public final class CaseKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CaseKeeper.class);
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final Duration BETWEEN = Duration.ofHours(20);
  private static final Duration LONGEST_BETWEEN = Duration.ofDays(2);
  private static final int FIRST_HOUR = 1;
  private static final int LAST_HOUR = 5;

  private final Database database;
  private final Supplier<List<CaseEventRecord>> published;
  private final Intake.Teller teller;
  private final Clock clock;
  private final CaseCheck check;
  private final Reminders reminders = new Reminders();
  private final int minute = new SecureRandom().nextInt((LAST_HOUR - FIRST_HOUR) * 60);
  private final Ticking ticking =
      new Ticking(EVERY, this::tick, LOG, "cases were not looked after");
  private volatile int faults;

  public CaseKeeper(
      Database database,
      Map<String, Object> kafka,
      Topics topics,
      Intake.Teller teller,
      Clock clock) {
    this(database, () -> PublishedCases.read(kafka, topics), teller, clock);
  }

  CaseKeeper(
      Database database,
      Supplier<List<CaseEventRecord>> published,
      Intake.Teller teller,
      Clock clock) {
    this.database = database;
    this.published = published;
    this.teller = teller;
    this.clock = clock;
    this.check = new CaseCheck(database.jdbi(), clock);
  }

  public void start() {
    ticking.start();
  }

  /** How many faults the latest check of this process found. */
  public int faults() {
    return faults;
  }

  /** Does what has come due. */
  void tick() {
    database.jdbi().useTransaction(handle -> reminders.tell(handle, clock.instant()));
    if (isTimeToCheck(clock.instant())) {
      check();
    }
  }

  private boolean isTimeToCheck(Instant now) {
    Optional<Instant> last = check.checkedAt();
    if (last.isPresent() && last.get().plus(LONGEST_BETWEEN).isBefore(now)) {
      return true;
    }
    LocalDateTime civil = ChinaTime.civil(now);
    int since = (civil.getHour() - FIRST_HOUR) * 60 + civil.getMinute();
    boolean night = since >= minute && civil.getHour() < LAST_HOUR;
    return night && (last.isEmpty() || last.get().plus(BETWEEN).isBefore(now));
  }

  /** Checks now; what does not fit is logged, counted and becomes an alert. */
  public CaseCheck.Report check() {
    // What is published is in the tables already; not the other way round.
    CaseCheck.Report report = check.against(published.get());
    check.keep(report);
    faults = report.faults().size();
    for (CaseCheck.Fault fault : report.faults()) {
      LOG.atError()
          .addKeyValue("subject", fault.subject())
          .addKeyValue("kind", fault.kind())
          .addKeyValue("what", fault.what())
          .log("what is kept of cases was changed; restore it from topic cases or a backup");
    }
    if (!report.isIntact()) {
      database.jdbi().useTransaction(handle -> tell(handle, report));
    }
    return report;
  }

  private void tell(org.jdbi.v3.core.Handle handle, CaseCheck.Report report) {
    CaseCheck.Fault first = report.faults().get(0);
    Ground ground =
        new Ground(
            report.at(),
            1,
            Ground.State.OPEN,
            null,
            report.faults().size(),
            null,
            null,
            null,
            null,
            null);
    Occurrence occurrence =
        new Occurrence(
            new AlertKey("cases", "", "TAMPERED"),
            Subject.DATA,
            ground,
            null,
            null,
            report.faults().size()
                + " faults, the first in "
                + first.subject()
                + ": "
                + first.what());
    Instant now = clock.instant();
    teller.tell(handle, AlertBook.take(handle, List.of(occurrence), now), now);
  }

  @Override
  public void close() {
    ticking.close();
  }
}
