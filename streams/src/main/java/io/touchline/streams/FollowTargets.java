package io.touchline.streams;

import io.touchline.contract.BarometerRecord;
import io.touchline.contract.TargetsRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.barometer.Bands;
import io.touchline.domain.barometer.Level;
import io.touchline.domain.barometer.Progress;
import io.touchline.domain.barometer.RegionTarget;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import io.touchline.streams.MassDays.Mass;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Tells where provinces and prefectures stand on the way to their targets, at the end of each
 * month: when mass of a later one is known. Late data tell the months that they touch anew.
 */
final class FollowTargets implements Processor<String, Object, String, BarometerRecord> {

  private record Subject(Scope scope, String factor) {}

  /** Months of which mass is known; the last still runs. */
  private record Span(YearMonth first, YearMonth last) {}

  /** In memory alone: what is not there is looked up. */
  private final Map<Subject, Span> spans = new HashMap<>();

  private ProcessorContext<String, BarometerRecord> context;
  private RecordStore<TargetsRecord> targets;
  private RecordStore<BarometerRecord> told;
  private MassDays days;

  @Override
  public void init(ProcessorContext<String, BarometerRecord> context) {
    this.context = context;
    this.targets =
        new RecordStore<>(context.getStateStore(JournalStores.TARGETS), TargetsRecord.class);
    this.told =
        new RecordStore<>(context.getStateStore(JournalStores.BAROMETER), BarometerRecord.class);
    this.days = new MassDays(context.getStateStore(JournalStores.REGION_DAYS));
  }

  @Override
  public void process(Record<String, Object> record) {
    if (record.value() instanceof TargetsRecord of) {
      targeted(of, record.timestamp());
    } else if (record.value() instanceof TotalRecord total
        && total.scope() == Scope.Kind.REGION
        && total.period() == TotalPeriod.DAY
        && total.id().endsWith("00")) {
      emitted(total, record.timestamp());
    }
  }

  private void emitted(TotalRecord total, long now) {
    Subject of = new Subject(new Scope(total.scope(), total.id()), total.factor());
    LocalDate day = ChinaTime.date(total.start());
    Span before = spans.computeIfAbsent(of, this::span);
    Mass more =
        days.put(of.scope(), of.factor(), day, new Mass(total.massMg(), total.substitutedMg()));
    YearMonth month = YearMonth.from(day);
    boolean runs = before != null && month.equals(before.last());
    if (more.equals(Mass.NONE) || (runs && more.both() > 0)) {
      return;
    }
    Span after = span(of);
    spans.put(of, after);
    YearMonth first = before == null || month.isBefore(before.last()) ? month : before.last();
    YearMonth last = later(before, after, month);
    // The year's later months count it too, and January looks back on December.
    YearMonth january = YearMonth.of(month.getYear() + 1, 1);
    boolean endsThere = after != null && after.equals(before) && january.isBefore(last);
    tell(of, first, endsThere ? january : last, now);
  }

  private static YearMonth later(Span before, Span after, YearMonth month) {
    YearMonth last = month;
    for (Span span : new Span[] {before, after}) {
      last = span != null && span.last().isAfter(last) ? span.last() : last;
    }
    return last;
  }

  private void targeted(TargetsRecord record, long now) {
    Scope scope = new Scope(Scope.Kind.REGION, record.region());
    List<RegionTarget> before = targets(scope);
    if (before.equals(record.targets())) {
      return;
    }
    targets.put(key(scope.text()), record);
    before.stream()
        .filter(target -> !record.targets().contains(target))
        .forEach(target -> tell(scope, target, now));
    record.targets().forEach(target -> tell(scope, target, now));
  }

  private void tell(Scope scope, RegionTarget target, long now) {
    Span span = span(new Subject(scope, target.factor()));
    if (span != null) {
      tell(new Subject(scope, target.factor()), span.first(), span.last(), now);
      // One that is there no more: whatever it said is taken back.
      if (!targets(scope).contains(target)) {
        for (YearMonth month = span.first();
            !month.isAfter(span.last());
            month = month.plusMonths(1)) {
          if (targets(scope).stream().noneMatch(one -> isOfTheSame(one, target))) {
            takeBack(name(scope, target, month), now);
          }
        }
      }
    }
  }

  private static boolean isOfTheSame(RegionTarget one, RegionTarget other) {
    return one.factor().equals(other.factor()) && one.year() == other.year();
  }

  private void tell(Subject of, YearMonth first, YearMonth last, long now) {
    List<RegionTarget> own =
        targets(of.scope()).stream().filter(one -> one.factor().equals(of.factor())).toList();
    Span span = own.isEmpty() ? null : span(of);
    for (RegionTarget target : own) {
      for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
        boolean isThere =
            span != null
                && target.covers(month)
                && !month.isBefore(span.first())
                && month.isBefore(span.last());
        if (isThere) {
          tell(of, target, month, now);
        } else {
          takeBack(name(of.scope(), target, month), now);
        }
      }
    }
  }

  private void tell(Subject of, RegionTarget target, YearMonth month, long now) {
    SortedMap<LocalDate, Mass> known =
        days.days(of.scope(), of.factor(), month.atDay(1).withDayOfYear(1), month.atEndOfMonth());
    long mass = known.values().stream().mapToLong(Mass::both).reduce(0, Math::addExact);
    Bands bands = Progress.bandsOf(month);
    BarometerRecord earlier = told.get(key(name(of.scope(), target, month.minusMonths(1))));
    Level level = earlier == null ? null : earlier.level();
    BarometerRecord record =
        BarometerRecord.of(
            of.scope().id(),
            month.atDay(1),
            target,
            Progress.of(target, bands, month, mass, known.size()),
            known.size(),
            bands.source().text(),
            level);
    Bytes key = key(name(of.scope(), target, month));
    BarometerRecord before = told.get(key);
    if (!record.saysTheSameAs(before)) {
      BarometerRecord next = record.withRevision(before == null ? 1 : before.revision() + 1);
      told.put(key, next);
      forward(next.key(), next, now);
    }
  }

  private void takeBack(String name, long now) {
    BarometerRecord before = told.get(key(name));
    if (before != null) {
      told.delete(key(name));
      forward(before.key(), null, now);
    }
  }

  private void forward(String key, BarometerRecord record, long now) {
    context.forward(new Record<>(key, record, now));
  }

  private List<RegionTarget> targets(Scope scope) {
    TargetsRecord record = targets.get(key(scope.text()));
    return record == null ? List.of() : record.targets();
  }

  private Span span(Subject of) {
    SortedMap<YearMonth, Mass> months = days.months(of.scope(), of.factor());
    return months.isEmpty() ? null : new Span(months.firstKey(), months.lastKey());
  }

  private static String name(Scope scope, RegionTarget target, YearMonth month) {
    return String.join(
        "|", scope.text(), target.factor(), Integer.toString(target.year()), month.toString());
  }

  private static Bytes key(String name) {
    return Bytes.wrap(name.getBytes(StandardCharsets.UTF_8));
  }
}
