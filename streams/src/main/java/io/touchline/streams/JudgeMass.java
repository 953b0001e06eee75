package io.touchline.streams;

import io.touchline.contract.BudgetRecord;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.PermitsRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Episodes;
import io.touchline.domain.Judgement;
import io.touchline.domain.totals.JudgedMass;
import io.touchline.domain.totals.MassLimit;
import io.touchline.domain.totals.PermittedAmount;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import io.touchline.streams.MassDays.Mass;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Holds what an enterprise emits against what its permits say: mass that exceeds becomes episodes,
 * and at the end of a day the budgets are told.
 *
 * <p>It hears the sums of days alone and adds them up itself, so that what it says depends on the
 * days and permits as they stand and on nothing else.
 */
final class JudgeMass implements Processor<String, Object, String, Object> {

  private static final int MONTHS_IN_A_ROW = 12;

  private static final List<Averaging> RUNNING =
      List.of(Averaging.MONTH_MASS, Averaging.QUARTER_MASS, Averaging.YEAR_MASS);

  private record Subject(Scope scope, String factor) {}

  /**
   * How much more may be measured on the day that runs before anything exceeds: until then there is
   * nothing to look at. Kept in memory alone; what is not there is worked out anew.
   */
  private record Room(LocalDate day, long leftMg) {}

  private final Map<Subject, Room> rooms = new HashMap<>();
  private ProcessorContext<String, Object> context;
  private RecordStore<PermitsRecord> permits;
  private MassDays days;
  private MassEpisodes episodes;
  private BudgetJournal budgets;

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.permits =
        new RecordStore<>(context.getStateStore(JournalStores.PERMITS), PermitsRecord.class);
    this.days = new MassDays(context.getStateStore(JournalStores.MASS_DAYS));
    this.episodes =
        new MassEpisodes(
            new RecordStore<>(
                context.getStateStore(JournalStores.MASS_EPISODES), ExceedanceRecord.class));
    this.budgets =
        new BudgetJournal(
            new RecordStore<>(context.getStateStore(JournalStores.BUDGETS), BudgetRecord.class),
            days);
  }

  @Override
  public void process(Record<String, Object> record) {
    if (record.value() instanceof PermitsRecord permit) {
      permitted(permit, record.timestamp());
    } else if (record.value() instanceof TotalRecord total
        && total.scope() == Scope.Kind.ENTERPRISE
        && total.period() == TotalPeriod.DAY) {
      emitted(total, record.timestamp());
    }
  }

  private void emitted(TotalRecord total, long now) {
    Subject of = new Subject(new Scope(total.scope(), total.id()), total.factor());
    LocalDate day = ChinaTime.date(total.start());
    Mass more =
        days.put(of.scope(), of.factor(), day, new Mass(total.massMg(), total.substitutedMg()));
    if (more.equals(Mass.NONE) || isWithinItsRoom(of, day, more)) {
      return;
    }
    List<PermittedAmount> amounts = amounts(of.scope());
    if (amounts.stream().noneMatch(amount -> amount.factor().equals(of.factor()))) {
      return;
    }
    LocalDate before = days.before(of.scope(), of.factor(), day);
    new Look(of, amounts, now).at(before == null ? day : before, day);
  }

  private boolean isWithinItsRoom(Subject of, LocalDate day, Mass more) {
    Room room = rooms.remove(of);
    if (room == null || !room.day().equals(day) || more.measured() < 0) {
      return false;
    }
    long left = room.leftMg() - more.measured();
    if (left < 0) {
      return false;
    }
    rooms.put(of, new Room(day, left));
    return true;
  }

  /** Other permits: all that was ever emitted of the factors they speak of is looked at anew. */
  private void permitted(PermitsRecord record, long now) {
    Scope scope = new Scope(Scope.Kind.ENTERPRISE, record.enterprise());
    List<PermittedAmount> before = amounts(scope);
    if (before.equals(record.amounts())) {
      return;
    }
    permits.put(key(scope), record);
    Set<String> factors = new TreeSet<>();
    Stream.concat(before.stream(), record.amounts().stream())
        .forEach(amount -> factors.add(amount.factor()));
    for (String factor : factors) {
      Subject of = new Subject(scope, factor);
      rooms.remove(of);
      new Look(of, record.amounts(), now).atAll();
    }
  }

  private List<PermittedAmount> amounts(Scope scope) {
    PermitsRecord record = permits.get(key(scope));
    return record == null ? List.of() : record.amounts();
  }

  private static Bytes key(Scope scope) {
    return Bytes.wrap(scope.text().getBytes(StandardCharsets.UTF_8));
  }

  /** A look at the mass of one enterprise and factor. */
  private final class Look {

    private final Subject of;
    private final List<PermittedAmount> amounts;
    private final long now;
    private final LocalDate last;
    private final JudgedMass judge;

    Look(Subject of, List<PermittedAmount> amounts, long now) {
      this.of = of;
      this.amounts = amounts;
      this.now = now;
      LocalDate known = days.last(of.scope(), of.factor());
      this.last = known == null ? LocalDate.EPOCH : known;
      this.judge = new JudgedMass(amounts, of.factor(), last);
    }

    /** The mass of some days from first to last, or whether they have ended, changed. */
    void at(LocalDate first, LocalDate changed) {
      judgeDays(Averaging.DAY_MASS, first, changed);
      judgeDays(Averaging.SPECIAL_DAY_MASS, first, changed);
      SortedMap<YearMonth, Long> months = months();
      for (Averaging mass : RUNNING) {
        TotalPeriod period = JudgedMass.periodOf(mass);
        new TreeSet<>(List.of(startOf(period, first), startOf(period, changed)))
            .forEach(start -> judgeRunning(mass, ChinaTime.date(start), months));
      }
      judgeTwelveMonths(months);
      tellBudgets(List.of(first, changed));
      keepRoom(months);
    }

    void atAll() {
      SortedMap<YearMonth, Long> months = months();
      Set<LocalDate> ofMonths = new LinkedHashSet<>();
      months.keySet().forEach(month -> ofMonths.add(month.atDay(1)));
      SortedMap<LocalDate, Mass> all = days.days(of.scope(), of.factor(), LocalDate.EPOCH, last);
      for (Averaging mass : List.of(Averaging.DAY_MASS, Averaging.SPECIAL_DAY_MASS)) {
        SortedMap<Instant, Judgement> judged = new TreeMap<>();
        all.forEach((day, one) -> judgeDay(mass, day, one, judged));
        replace(mass, Instant.EPOCH, Instant.MAX.minusSeconds(1), judged);
      }
      for (Averaging mass : RUNNING) {
        Set<Instant> starts = new TreeSet<>();
        ofMonths.forEach(day -> starts.add(startOf(JudgedMass.periodOf(mass), day)));
        starts.forEach(start -> judgeRunning(mass, ChinaTime.date(start), months));
      }
      judgeTwelveMonths(months);
      tellBudgets(ofMonths);
    }

    /**
     * Only the stretch from the compliant day before the changed ones to the one after them is
     * looked at: nothing outside can differ.
     */
    private void judgeDays(Averaging mass, LocalDate first, LocalDate changed) {
      if (limit(mass, first) == null && limit(mass, changed) == null) {
        return;
      }
      SortedMap<Instant, Judgement> judged = new TreeMap<>();
      days.days(of.scope(), of.factor(), first, changed)
          .forEach((day, one) -> judgeDay(mass, day, one, judged));
      Edge back = new Edge(mass, first, judged);
      days.backwards(of.scope(), of.factor(), first.minusDays(1), back::goesOn);
      Edge onwards = new Edge(mass, changed, judged);
      days.onwards(of.scope(), of.factor(), changed.plusDays(1), onwards::goesOn);
      replace(mass, start(back.reached), start(onwards.reached), judged);
    }

    /** Walks over days until one complies, or none has exceeded for too long. */
    private final class Edge {

      private final Averaging mass;
      private final SortedMap<Instant, Judgement> judged;
      private LocalDate anchor;
      private LocalDate reached;

      Edge(Averaging mass, LocalDate from, SortedMap<Instant, Judgement> judged) {
        this.mass = mass;
        this.judged = judged;
        this.anchor = from;
        this.reached = from;
      }

      boolean goesOn(LocalDate day, Mass one) {
        long apart = Math.abs(day.toEpochDay() - anchor.toEpochDay());
        if (apart > mass.judgedEach().longestSilence().toDays()) {
          return false;
        }
        reached = day;
        Judgement judgement = judgeDay(mass, day, one, judged);
        if (judgement == null) {
          return true;
        }
        anchor = day;
        return judgement.verdict() == Judgement.Verdict.EXCEEDS;
      }
    }

    private Judgement judgeDay(
        Averaging mass, LocalDate day, Mass one, SortedMap<Instant, Judgement> judged) {
      Judgement judgement = judge.day(mass, day, one.measured()).orElse(null);
      if (judgement != null) {
        judged.put(start(day), judgement);
      }
      return judgement;
    }

    /** A month, quarter or year; day by day only where it exceeds as a whole, or did. */
    private void judgeRunning(Averaging mass, LocalDate first, SortedMap<YearMonth, Long> months) {
      LocalDate end = JudgedMass.periodOf(mass).endOf(first);
      boolean exceeds = sum(months, YearMonth.from(first), YearMonth.from(end)) > least(mass);
      if (!exceeds
          && !episodes.hasStanding(of.scope(), of.factor(), mass, start(first), start(end))) {
        return;
      }
      SortedMap<LocalDate, Long> daily = new TreeMap<>();
      days.days(of.scope(), of.factor(), first, end)
          .forEach((day, one) -> daily.put(day, one.measured()));
      SortedMap<Instant, Judgement> judged = judge.running(mass, daily);
      forward(
          episodes.replace(
              of.scope(),
              of.factor(),
              mass,
              start(first),
              start(end),
              judge.episodes(mass, judged),
              judged));
    }

    private void judgeTwelveMonths(SortedMap<YearMonth, Long> months) {
      YearMonth first = months.isEmpty() ? YearMonth.from(last) : months.firstKey();
      replace(
          Averaging.TWELVE_MONTHS_MASS,
          Instant.EPOCH,
          Instant.MAX.minusSeconds(1),
          judge.twelveMonths(months, first));
    }

    private void replace(
        Averaging mass, Instant from, Instant to, SortedMap<Instant, Judgement> judged) {
      forward(
          episodes.replace(
              of.scope(),
              of.factor(),
              mass,
              from,
              to,
              Episodes.of(mass.judgedEach(), judged),
              judged));
    }

    private void forward(List<ExceedanceRecord> revisions) {
      revisions.forEach(
          revision ->
              context.forward(
                  new Record<>(revision.key(), revision, now),
                  OutletJournalTopology.TO_EXCEEDANCES));
    }

    private void tellBudgets(Collection<LocalDate> touched) {
      budgets
          .follow(of.scope(), of.factor(), amounts, last, touched)
          .forEach(
              (key, budget) ->
                  context.forward(
                      new Record<>(key, budget, now), OutletJournalTopology.TO_BUDGETS));
    }

    /** The day that runs may emit as much as the tightest of its amounts leaves. */
    private void keepRoom(SortedMap<YearMonth, Long> months) {
      YearMonth month = YearMonth.from(last);
      long left = Long.MAX_VALUE;
      for (Averaging mass : Averaging.values()) {
        var limit = mass.isMass() ? limit(mass, last) : null;
        if (limit == null) {
          continue;
        }
        long used =
            switch (mass) {
              case MONTH_MASS, QUARTER_MASS, YEAR_MASS ->
                  sum(
                      months,
                      YearMonth.from(ChinaTime.date(startOf(JudgedMass.periodOf(mass), last))),
                      month);
              case TWELVE_MONTHS_MASS -> sum(months, month.minusMonths(MONTHS_IN_A_ROW - 1), month);
              default ->
                  days.days(of.scope(), of.factor(), last, last)
                      .getOrDefault(last, Mass.NONE)
                      .measured();
            };
        left = Math.min(left, limit - used);
      }
      if (left >= 0) {
        rooms.put(of, new Room(last, left));
      }
    }

    /** The amount in force on a day, in milligrams; null where there is none. */
    private Long limit(Averaging mass, LocalDate day) {
      return MassLimit.milligramsOn(day, amounts, of.factor(), mass).orElse(null);
    }

    /** No amount of a factor is less than the least of its permits. */
    private long least(Averaging mass) {
      return MassLimit.least(amounts, of.factor(), mass).orElse(Long.MAX_VALUE);
    }

    private SortedMap<YearMonth, Long> months() {
      SortedMap<YearMonth, Long> months = new TreeMap<>();
      days.months(of.scope(), of.factor())
          .forEach((month, mass) -> months.put(month, mass.measured()));
      return months;
    }
  }

  private static long sum(SortedMap<YearMonth, Long> months, YearMonth first, YearMonth last) {
    return months.subMap(first, last.plusMonths(1)).values().stream().reduce(0L, Math::addExact);
  }

  private static Instant startOf(TotalPeriod period, LocalDate day) {
    return period.startOf(start(day));
  }

  private static Instant start(LocalDate day) {
    return ChinaTime.instant(day.atStartOfDay());
  }
}
