package io.touchline.streams;

import io.touchline.contract.MassShareRecord;
import io.touchline.contract.MassShareRecord.Share;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.InletChannel;
import io.touchline.domain.Quantity;
import io.touchline.domain.missing.HourState;
import io.touchline.domain.missing.MassHour;
import io.touchline.domain.missing.MassSubstitution;
import io.touchline.domain.missing.Quarter;
import io.touchline.domain.missing.SubstitutedHour;
import io.touchline.domain.missing.SubstitutionRow;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import io.touchline.streams.JournalEvent.PeriodsFormed;
import io.touchline.streams.JournalEvent.ProfileChanged;
import io.touchline.streams.JournalEvent.SampleMassChanged;
import io.touchline.streams.MassToAdd.Change;
import java.time.Duration;
import java.time.Instant;
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
 * for hours without valid data quarter by quarter, as far as its days have ended. Sums change by
 * what came within a second, at once; then the sums above are told.
 */
final class AddMass implements Processor<String, JournalEvent, String, Object> {

  /** The tables look back over 2160 measured hours; with a year of others between them enough. */
  private static final Duration LOOK_BACK = Duration.ofDays(365);

  /** Days of a factor at a time, so that sums do not hold up the hours that are formed. */
  private static final int MOST = 500;

  /** Far less than a record may take. */
  private static final int SHARES_OF_A_RECORD = 500;

  private final JournalSettings settings;
  private ProcessorContext<String, Object> context;
  private Profiles profiles;
  private MeansJournal means;
  private OutletSums sums;
  private MassToAdd toAdd;
  private MassRows rows;
  private MonthsToLookAt unfilled;

  AddMass(JournalSettings settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.profiles = new Profiles(context.getStateStore(JournalStores.PROFILES));
    this.means = MeansJournal.of(context);
    this.sums =
        new OutletSums(
            new RecordStore<>(context.getStateStore(JournalStores.TOTALS), TotalRecord.class));
    this.toAdd = new MassToAdd(context.getStateStore(JournalStores.MASS_TO_ADD));
    this.rows = new MassRows(context.getStateStore(JournalStores.MASSES));
    this.unfilled =
        new MonthsToLookAt(context.getStateStore(JournalStores.UNFILLED_MONTHS), settings);
    context.schedule(
        MonthsToLookAt.INTERVAL,
        PunctuationType.WALL_CLOCK_TIME,
        now -> {
          fill();
          addUp(settings.atOnce(MOST), now);
        });
  }

  @Override
  public void process(Record<String, JournalEvent> record) {
    if (record.value() instanceof PeriodsFormed formed) {
      if (formed.period() == AveragingPeriod.HOUR) {
        Set<Instant> starts = new TreeSet<>();
        formed.changed().values().forEach(starts::addAll);
        starts.forEach(start -> take(formed.mn(), start));
        if (toAdd.size() > settings.mayWait()) {
          addUp(Integer.MAX_VALUE, record.timestamp());
        }
      }
    } else if (record.value() instanceof ProfileChanged changed) {
      profiles.forget(changed.mn());
      tellAgain(changed.mn(), record.timestamp());
    } else if (record.value() instanceof SampleMassChanged sampled) {
      Instant day = AveragingPeriod.DAY.startOf(sampled.hour());
      toAdd.add(sampled.mn(), sampled.factor(), day, new Change(0, sampled.moreMg()));
    }
  }

  private void take(String mn, Instant hour) {
    Instant day = AveragingPeriod.DAY.startOf(hour);
    unfilled.changed(mn, hour);
    means
        .hour(mn, hour)
        .forEach(
            (factor, part) -> {
              boolean counts =
                  part.unit().isConcentration() || Quantity.of(factor) == Quantity.ENERGY;
              if (counts && !InletChannel.isInlet(factor)) {
                long more = rows.put(mn, factor, hour, HourState.of(part), part.massMg());
                toAdd.add(mn, Quantity.sumOf(factor), day, new Change(more, 0));
              }
            });
  }

  /** What waits goes into the sums that hold it. */
  private void addUp(int most, long now) {
    SortedMap<String, List<TotalRecord>> changed = new TreeMap<>();
    for (MassToAdd.OfFactor more : toAdd.take(most)) {
      changed
          .computeIfAbsent(more.mn(), mn -> new ArrayList<>())
          .addAll(sums.add(more, unfilled.span(more.mn()).last()));
    }
    changed.forEach((mn, totals) -> publish(mn, totals, now));
  }

  private void publish(String mn, List<TotalRecord> changed, long now) {
    changed.forEach(
        total ->
            context.forward(
                new Record<>(total.key(), total, now), OutletJournalTopology.TO_TOTALS));
    for (Scope scope : above(profiles.entry(mn))) {
      tell(scope, mn, shares(changed), now);
    }
  }

  /** What stands before the treatment of another outlet emits nothing by itself. */
  private static List<Scope> above(OutletRecord outlet) {
    boolean emits =
        outlet != null && (outlet.treatment() == null || outlet.treatment().feeds().isEmpty());
    return emits
        ? Scope.above(outlet.enterpriseCode(), outlet.regionCode(), outlet.sector())
        : List.of();
  }

  /** Twelve months in a row are added up anew above: an outlet's end with its own last month. */
  private static List<Share> shares(List<TotalRecord> totals) {
    return totals.stream()
        .filter(total -> total.period() != TotalPeriod.ROLLING_12M)
        .map(
            total ->
                OutletSums.isNothing(total)
                    ? share(total, null, null)
                    : share(total, total.massMg(), total.substitutedMg()))
        .toList();
  }

  private static Share share(TotalRecord total, Long measured, Long substituted) {
    return new Share(total.factor(), total.period(), total.start(), measured, substituted);
  }

  private void tell(Scope scope, String mn, List<Share> shares, long now) {
    for (int first = 0; first < shares.size(); first += SHARES_OF_A_RECORD) {
      List<Share> some = shares.subList(first, Math.min(shares.size(), first + SHARES_OF_A_RECORD));
      MassShareRecord record =
          new MassShareRecord(
              MassShareRecord.SCHEMA_VERSION, scope.kind(), scope.id(), mn, List.copyOf(some));
      context.forward(new Record<>(record.key(), record, now), OutletJournalTopology.TO_SHARES);
    }
  }

  /** The registry says another enterprise, region or sector: what was told is told anew. */
  private void tellAgain(String mn, long now) {
    List<Scope> scopes = above(profiles.entry(mn));
    List<Scope> before = rows.scopes(mn);
    if (scopes.equals(before)) {
      return;
    }
    rows.putScopes(mn, scopes);
    List<TotalRecord> all = new ArrayList<>();
    sums.each(mn, all::add);
    List<Share> shares = shares(all);
    for (Scope scope : scopes) {
      if (!before.contains(scope)) {
        tell(scope, mn, shares, now);
      }
    }
    List<Share> none =
        shares.stream()
            .map(of -> new Share(of.factor(), of.period(), of.start(), null, null))
            .toList();
    for (Scope scope : before) {
      if (!scopes.contains(scope)) {
        tell(scope, mn, none, now);
      }
    }
  }

  private void fill() {
    Set<Map.Entry<String, Quarter>> quarters = new LinkedHashSet<>();
    for (MonthsToLookAt.Month month : unfilled.take()) {
      quarters.add(Map.entry(month.mn(), Quarter.of(month.start())));
      // Hours of the next quarter look back on this one.
      quarters.add(Map.entry(month.mn(), Quarter.of(Quarter.of(month.start()).end())));
    }
    quarters.forEach(of -> fill(of.getKey(), of.getValue()));
  }

  private void fill(String mn, Quarter quarter) {
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
        long was = sums.substitutedOn(mn, factor, day) + toAdd.of(mn, factor, day).substituted();
        toAdd.add(mn, factor, day, new Change(0, days.getOrDefault(day, 0L) - was));
      }
    }
  }

  private static Instant dayOf(SubstitutedHour hour) {
    return AveragingPeriod.DAY.startOf(hour.hour().start());
  }
}
