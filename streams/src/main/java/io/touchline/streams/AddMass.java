package io.touchline.streams;

import io.touchline.contract.MassShareRecord;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.FactorMean;
import io.touchline.domain.InletChannel;
import io.touchline.domain.missing.HourState;
import io.touchline.domain.missing.MassHour;
import io.touchline.domain.missing.MassSubstitution;
import io.touchline.domain.missing.Quarter;
import io.touchline.domain.missing.SubstitutedHour;
import io.touchline.domain.missing.SubstitutionRow;
import io.touchline.domain.totals.PermittedAmount;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import io.touchline.streams.JournalEvent.PeriodsFormed;
import io.touchline.streams.JournalEvent.ProfileChanged;
import io.touchline.streams.JournalEvent.SampleMassChanged;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Adds up what an outlet emits: the measured mass hour by hour as it changes, and what stands in
 * for hours without valid data quarter by quarter, as far as its days have ended. Tells the sums
 * above.
 */
final class AddMass implements Processor<String, JournalEvent, String, Object> {

  /** The tables look back over 2160 measured hours; with a year of others between them enough. */
  private static final Duration LOOK_BACK = Duration.ofDays(365);

  private static final int MONTHS_IN_A_ROW = 12;

  private final JournalSettings settings;
  private ProcessorContext<String, Object> context;
  private Profiles profiles;
  private RecordStore<MeansRecord> means;
  private RecordStore<TotalRecord> totals;
  private MassRows rows;
  private MonthsToLookAt unfilled;

  AddMass(JournalSettings settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.profiles = new Profiles(context.getStateStore(JournalStores.PROFILES));
    this.means = new RecordStore<>(context.getStateStore(JournalStores.MEANS), MeansRecord.class);
    this.totals = new RecordStore<>(context.getStateStore(JournalStores.TOTALS), TotalRecord.class);
    this.rows = new MassRows(context.getStateStore(JournalStores.MASSES));
    this.unfilled =
        new MonthsToLookAt(context.getStateStore(JournalStores.UNFILLED_MONTHS), settings);
    context.schedule(MonthsToLookAt.INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::fill);
  }

  @Override
  public void process(Record<String, JournalEvent> record) {
    if (record.value() instanceof PeriodsFormed formed) {
      if (formed.period() == AveragingPeriod.HOUR) {
        Set<Instant> starts = new TreeSet<>();
        formed.changed().values().forEach(starts::addAll);
        starts.forEach(start -> take(formed.mn(), start, record.timestamp()));
      }
    } else if (record.value() instanceof ProfileChanged changed) {
      profiles.forget(changed.mn());
      tellAgain(changed.mn(), record.timestamp());
    } else if (record.value() instanceof SampleMassChanged sampled) {
      long now = record.timestamp();
      add(sampled.mn(), sampled.factor(), sampled.hour(), 0, sampled.moreMg(), now);
    }
  }

  private void take(String mn, Instant hour, long now) {
    MeansRecord record = means.get(OutletKey.period(mn, AveragingPeriod.HOUR, hour));
    unfilled.changed(mn, hour);
    record
        .factors()
        .forEach(
            (factor, mean) -> {
              FactorMean part = MeansJournal.part(record, mean);
              if (part.unit().isConcentration() && !InletChannel.isInlet(factor)) {
                long more = rows.put(mn, factor, hour, HourState.of(part), part.massMg());
                add(mn, factor, hour, more, 0, now);
              }
            });
  }

  /** More mass than before, or less, at some hour: every sum that holds it changes by as much. */
  private void add(
      String mn, String factor, Instant at, long measured, long substituted, long now) {
    if (measured == 0 && substituted == 0) {
      return;
    }
    for (TotalPeriod period : TotalPeriod.values()) {
      if (period != TotalPeriod.ROLLING_12M) {
        Instant start = period.startOf(at);
        TotalRecord before = totals.get(OutletKey.total(mn, factor, period, start));
        put(
            TotalRecord.of(
                new Scope(Scope.Kind.OUTLET, mn),
                factor,
                period,
                start,
                (before == null ? 0 : before.massMg()) + measured,
                (before == null ? 0 : before.substitutedMg()) + substituted,
                null,
                1),
            before,
            now);
      }
    }
    HourSpans.Span span = unfilled.span(mn);
    YearMonth first = monthOf(span.first());
    YearMonth last = monthOf(span.last());
    YearMonth month = monthOf(at);
    for (int later = 0;
        later < MONTHS_IN_A_ROW && !month.plusMonths(later).isAfter(last);
        later++) {
      addTwelve(mn, factor, month.plusMonths(later), first, now);
    }
  }

  /** The twelve months that end with one of which there is mass; before the first there is none. */
  private void addTwelve(String mn, String factor, YearMonth last, YearMonth first, long now) {
    TotalRecord latest = month(mn, factor, last);
    if (latest == null) {
      return;
    }
    long measured = 0;
    long substituted = 0;
    for (int back = 0;
        back < MONTHS_IN_A_ROW && !isNothing(latest) && !last.minusMonths(back).isBefore(first);
        back++) {
      TotalRecord month = month(mn, factor, last.minusMonths(back));
      if (month != null) {
        measured += month.massMg();
        substituted += month.substitutedMg();
      }
    }
    Instant start = startOf(last.minusMonths(MONTHS_IN_A_ROW - 1));
    put(
        TotalRecord.of(
            new Scope(Scope.Kind.OUTLET, mn),
            factor,
            TotalPeriod.ROLLING_12M,
            start,
            measured,
            substituted,
            null,
            1),
        totals.get(OutletKey.total(mn, factor, TotalPeriod.ROLLING_12M, start)),
        now);
  }

  /** Its mass was taken back: it stands as one of which there never was any. */
  private static boolean isNothing(TotalRecord total) {
    return total.massMg() == 0 && total.substitutedMg() == 0;
  }

  private TotalRecord month(String mn, String factor, YearMonth month) {
    return totals.get(OutletKey.total(mn, factor, TotalPeriod.MONTH, startOf(month)));
  }

  private static YearMonth monthOf(Instant at) {
    return YearMonth.from(ChinaTime.date(at));
  }

  private static Instant startOf(YearMonth month) {
    return ChinaTime.instant(month.atDay(1).atStartOfDay());
  }

  private void put(TotalRecord total, TotalRecord before, long now) {
    if (total.saysTheSameAs(before)) {
      return;
    }
    TotalRecord next = total.withRevision(before == null ? 1 : before.revision() + 1);
    totals.put(OutletKey.total(next.id(), next.factor(), next.period(), next.start()), next);
    context.forward(new Record<>(next.key(), next, now), OutletJournalTopology.TO_TOTALS);
    OutletRecord outlet = profiles.entry(next.id());
    if (outlet != null) {
      Scope.above(outlet.enterpriseCode(), outlet.regionCode())
          .forEach(scope -> tell(scope, outlet, next, now));
    }
  }

  private void tell(Scope scope, OutletRecord outlet, TotalRecord total, long now) {
    if (isNothing(total)) {
      share(scope, total, null, null, null, now);
      return;
    }
    List<PermittedAmount> permits =
        scope.kind() == Scope.Kind.ENTERPRISE && outlet.permits() != null
            ? outlet.permits()
            : List.of();
    share(
        scope,
        total,
        total.massMg(),
        total.substitutedMg(),
        PermittedAmount.of(permits, total.factor(), total.period(), total.start()).orElse(null),
        now);
  }

  private void share(
      Scope scope, TotalRecord total, Long measured, Long substituted, Long permitted, long now) {
    MassShareRecord share =
        new MassShareRecord(
            MassShareRecord.SCHEMA_VERSION,
            scope.kind(),
            scope.id(),
            total.id(),
            total.factor(),
            total.period(),
            total.start(),
            measured,
            substituted,
            permitted);
    context.forward(new Record<>(share.key(), share, now), OutletJournalTopology.TO_SHARES);
  }

  /** The registry says another enterprise, region or permit: what was told above is told anew. */
  private void tellAgain(String mn, long now) {
    OutletRecord outlet = profiles.entry(mn);
    List<Scope> scopes =
        outlet == null ? List.of() : Scope.above(outlet.enterpriseCode(), outlet.regionCode());
    List<Scope> before = rows.scopes(mn);
    rows.putScopes(mn, scopes);
    List<TotalRecord> all = new ArrayList<>();
    totals.upwards(
        OutletKey.firstTotal(mn), OutletKey.lastTotal(mn), (key, total) -> all.add(total));
    for (TotalRecord total : all) {
      scopes.forEach(scope -> tell(scope, outlet, total, now));
      before.stream()
          .filter(scope -> !scopes.contains(scope))
          .forEach(scope -> share(scope, total, null, null, null, now));
    }
  }

  private void fill(long now) {
    Set<Map.Entry<String, Quarter>> quarters = new LinkedHashSet<>();
    for (MonthsToLookAt.Month month : unfilled.take()) {
      quarters.add(Map.entry(month.mn(), Quarter.of(month.start())));
      // Hours of the next quarter look back on this one.
      quarters.add(Map.entry(month.mn(), Quarter.of(Quarter.of(month.start()).end())));
    }
    quarters.forEach(of -> fill(of.getKey(), of.getValue(), now));
  }

  private void fill(String mn, Quarter quarter, long now) {
    HourSpans.Span span = unfilled.span(mn);
    Instant from = span.first().isAfter(quarter.start()) ? span.first() : quarter.start();
    Instant to = span.lastDay().isBefore(quarter.end()) ? span.lastDay() : quarter.end();
    if (!from.isBefore(to)) {
      return;
    }
    for (String factor : SubstitutionRow.filled()) {
      SortedMap<Instant, MassHour> known = rows.hours(mn, factor, from.minus(LOOK_BACK), to);
      if (known.isEmpty()) {
        continue;
      }
      SortedMap<Instant, Long> days = new TreeMap<>();
      // Where nothing is measured any more, what was filled in by it is taken back too.
      if (known.values().stream().anyMatch(hour -> hour.state() == HourState.MEASURED)) {
        MassSubstitution.of(factor, quarter, from, to, List.of(), known.values()).hours().stream()
            .filter(hour -> hour.hour().state().isInvalid() && hour.massMg() != null)
            .forEach(hour -> days.merge(dayOf(hour), hour.massMg(), Math::addExact));
      }
      for (Instant day = AveragingPeriod.DAY.startOf(from);
          day.isBefore(to);
          day = AveragingPeriod.DAY.endOf(day)) {
        TotalRecord before = totals.get(OutletKey.total(mn, factor, TotalPeriod.DAY, day));
        long was = before == null ? 0 : before.substitutedMg();
        add(mn, factor, day, 0, days.getOrDefault(day, 0L) - was, now);
      }
    }
  }

  private static Instant dayOf(SubstitutedHour hour) {
    return AveragingPeriod.DAY.startOf(hour.hour().start());
  }
}
