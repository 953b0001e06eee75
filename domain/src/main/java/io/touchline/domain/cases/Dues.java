package io.touchline.domain.cases;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.calendar.Deadline;
import io.touchline.domain.calendar.Term;
import io.touchline.domain.calendar.WorkingDays;
import io.touchline.domain.cases.Step.Milestone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is owed in a case at an instant (D1 to D19), from its events alone. Of a case with several
 * rounds the latest counts: since it was last clear.
 */
public final class Dues {

  private final CaseTimes times;
  private final Law law;
  private final WorkingDays calendar;
  private final Instant now;
  private final List<Due> dues = new ArrayList<>();

  private Dues(CaseFile file, Law law, WorkingDays calendar, Instant now) {
    this.times = CaseTimes.of(file);
    this.law = law;
    this.calendar = calendar;
    this.now = now;
  }

  /** All duties that have arisen, in their order. */
  public static List<Due> of(CaseFile file, Law law, WorkingDays calendar, Instant now) {
    Dues dues = new Dues(file, law, calendar, now);
    dues.beforeTheDecision();
    dues.ofTheDecision();
    dues.ofRectification();
    dues.afterRelease();
    dues.ofDisclosure();
    dues.ofTheDailyPenalty();
    return dues.dues.stream().sorted(Comparator.comparing(Due::duty)).toList();
  }

  private void beforeTheDecision() {
    times
        .detected()
        .ifPresent(
            from ->
                counted(
                    Duty.D18,
                    from,
                    times.milestone(Milestone.FILING_PUT_OFF).isPresent(),
                    times.filedOrDismissed().orElse(null)));
    times
        .decision()
        .ifPresent(
            decided -> {
              LocalDate on = decided.signature().on();
              done(Duty.D1, on, "evidence was gathered before the decision");
              done(Duty.D2, on, "approved: " + decided.approval());
              done(Duty.D3, decided.toldOn(), "told before the decision");
              done(Duty.D4, on, "document " + decided.number());
            });
  }

  private void ofTheDecision() {
    if (times.decision().isEmpty()) {
      return;
    }
    LocalDate decided = times.decision().get().signature().on();
    counted(Duty.D5, decided, false, times.served().orElse(null));
    ongoing(Duty.D15, decided, times.milestone(Milestone.DECISION_PUBLISHED).orElse(null));
    if (times.served().isEmpty() || times.isSpared()) {
      return;
    }
    LocalDate served = times.served().get();
    ongoing(Duty.D13, served, times.milestone(Milestone.SUPERVISED).orElse(null));
    if (times.isStop()) {
      ongoing(Duty.D7, served, times.released().orElse(null));
    } else {
      limit(served);
    }
  }

  private void limit(LocalDate served) {
    row(Duty.D6, DutyRow.Part.BASE, served)
        .ifPresent(
            row -> {
              Term term =
                  new Term(times.limitMonths(), Term.Unit.MONTHS, row.begin(), row.lastDay());
              add(row, served, calendar.end(served, term), times.released().orElse(null), "");
            });
    times
        .brokenOn()
        .ifPresentOrElse(
            this::broken, () -> ongoing(Duty.D9, served, times.released().orElse(null)));
  }

  private void broken(LocalDate on) {
    row(Duty.D9, DutyRow.Part.BASE, on)
        .ifPresent(
            row ->
                dues.add(
                    new Due(
                        Duty.D9,
                        judged(row, Due.State.MISSED),
                        times.served().orElse(null),
                        null,
                        on,
                        row,
                        "an exceedance while limited")));
  }

  private void ofRectification() {
    if (times.served().isEmpty() || times.isSpared()) {
      return;
    }
    counted(Duty.D8, times.served().get(), false, times.planFiled().orElse(null));
    times
        .completion()
        .ifPresent(
            filed -> {
              counted(Duty.D10, filed.finishedOn(), false, filed.on());
              done(Duty.D11, filed.on(), "released on the day of filing");
            });
  }

  private void afterRelease() {
    times
        .released()
        .ifPresent(
            released -> {
              counted(Duty.D14, released, false, times.followedUp().orElse(null));
            });
    times.ended().ifPresent(on -> done(Duty.D12, on, "ended by itself"));
  }

  private void ofDisclosure() {
    times
        .served()
        .ifPresent(
            served -> {
              counted(
                  Duty.D16, served, false, times.milestone(Milestone.INTERIM_REPORT).orElse(null));
              annualReport(served);
            });
  }

  private void annualReport(LocalDate served) {
    row(Duty.D17, DutyRow.Part.BASE, served)
        .ifPresent(
            row -> {
              LocalDate last =
                  LocalDate.of(served.getYear() + 1, row.amount() / 100, row.amount() % 100);
              Term byDate = new Term(0, Term.Unit.DAYS, row.begin(), row.lastDay());
              add(
                  row,
                  served,
                  new Deadline.Known(last, byDate, last, List.of()),
                  times.milestone(Milestone.ANNUAL_REPORT).orElse(null),
                  "of the year " + served.getYear());
            });
  }

  private void ofTheDailyPenalty() {
    times
        .milestone(Milestone.CORRECTION_ORDER_SERVED)
        .ifPresent(
            served ->
                counted(
                    Duty.D19, served, false, times.milestone(Milestone.RECHECKED).orElse(null)));
  }

  /** The row in force on the day from which a time runs. */
  private static Optional<DutyRow> row(Duty duty, DutyRow.Part part, LocalDate from) {
    return DutyRow.at(duty, part, ChinaTime.instant(from.atStartOfDay()));
  }

  private void counted(Duty duty, LocalDate from, boolean putOff, LocalDate doneOn) {
    Optional<DutyRow> base = row(duty, DutyRow.Part.BASE, from);
    Optional<DutyRow> more = putOff ? row(duty, DutyRow.Part.EXTENSION, from) : Optional.empty();
    base.ifPresent(
        row -> {
          Term term =
              new Term(
                  row.amount() + more.map(DutyRow::amount).orElse(0),
                  row.term().unit(),
                  row.begin(),
                  row.lastDay());
          String note = more.isPresent() ? "put off once" : "";
          add(row, from, calendar.end(from, term), doneOn, note);
        });
  }

  private void add(DutyRow row, LocalDate from, Deadline end, LocalDate doneOn, String note) {
    dues.add(new Due(row.duty(), state(row, end, doneOn), from, end, doneOn, row, note));
  }

  private Due.State state(DutyRow row, Deadline end, LocalDate doneOn) {
    if (!(end instanceof Deadline.Known known)) {
      return doneOn == null ? Due.State.END_NOT_KNOWN : early((Deadline.NotKnown) end, doneOn);
    }
    if (doneOn != null) {
      return known.isMetOn(doneOn) ? Due.State.MET : judged(row, Due.State.MET_LATE);
    }
    return known.isMetOn(ChinaTime.date(now)) ? Due.State.RUNNING : judged(row, Due.State.MISSED);
  }

  /** What was done before the first day that is not known was in time whatever that day is. */
  private static Due.State early(Deadline.NotKnown end, LocalDate doneOn) {
    return doneOn.isBefore(end.first()) ? Due.State.MET : Due.State.END_NOT_KNOWN;
  }

  private Due.State judged(DutyRow row, Due.State verdict) {
    return law.mayJudge(row) ? verdict : Due.State.NEEDS_CHECK;
  }

  private void done(Duty duty, LocalDate on, String note) {
    row(duty, DutyRow.Part.BASE, on)
        .ifPresent(row -> dues.add(new Due(duty, Due.State.MET, null, null, on, row, note)));
  }

  private void ongoing(Duty duty, LocalDate from, LocalDate doneOn) {
    Due.State state = doneOn == null ? Due.State.ONGOING : Due.State.MET;
    row(duty, DutyRow.Part.BASE, from)
        .ifPresent(row -> dues.add(new Due(duty, state, from, null, doneOn, row, "")));
  }
}
