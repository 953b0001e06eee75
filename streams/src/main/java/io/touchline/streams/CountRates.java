package io.touchline.streams;

import io.touchline.contract.RateRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.FactorMean;
import io.touchline.domain.Marks;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.rate.AssessedFactors;
import io.touchline.domain.rate.DayRate;
import io.touchline.streams.JournalEvent.MarksChanged;
import io.touchline.streams.JournalEvent.PeriodsFormed;
import io.touchline.streams.JournalEvent.ProfileChanged;
import io.touchline.streams.JournalEvent.UploadKept;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Counts what was due, came and is valid, a day of an outlet at a time, and publishes a day anew
 * where it differs. Due are the hours from an outlet's first to its last: when data of a later day
 * come, the days between have ended with whatever is missing of them.
 */
final class CountRates implements Processor<String, JournalEvent, String, RateRecord> {

  /** After a longer silence the days are counted as of an outlet that was away. */
  private static final Duration LONGEST_SILENCE = Duration.ofDays(400);

  private static final Duration LOOK_FOR_SILENT = Duration.ofHours(1);

  private final JournalSettings settings;
  private ProcessorContext<String, RateRecord> context;
  private Profiles profiles;
  private MeansJournal means;
  private ArrivedInTime arrived;
  private HourSpans spans;
  private MarksJournal marks;
  private RecordStore<RateRecord> rates;

  CountRates(JournalSettings settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, RateRecord> context) {
    this.context = context;
    this.profiles = new Profiles(context.getStateStore(JournalStores.PROFILES));
    this.means = MeansJournal.of(context);
    this.arrived = new ArrivedInTime(context.getStateStore(JournalStores.ARRIVED_IN_TIME));
    this.spans = new HourSpans(context.getStateStore(JournalStores.HOUR_SPANS));
    this.marks = new MarksJournal(context.getStateStore(JournalStores.MARKS));
    this.rates = new RecordStore<>(context.getStateStore(JournalStores.RATES), RateRecord.class);
    if (settings.hasAClock()) {
      context.schedule(LOOK_FOR_SILENT, PunctuationType.WALL_CLOCK_TIME, this::endDays);
    }
  }

  @Override
  public void process(Record<String, JournalEvent> record) {
    if (record.value() instanceof UploadKept kept) {
      arrive(kept, record.timestamp());
    } else if (record.value() instanceof PeriodsFormed formed) {
      if (formed.period() == AveragingPeriod.HOUR) {
        Set<Instant> days = new TreeSet<>();
        formed
            .changed()
            .values()
            .forEach(starts -> starts.forEach(start -> touch(formed.mn(), start, days)));
        days.forEach(day -> count(formed.mn(), day, record.timestamp()));
      }
    } else if (record.value() instanceof ProfileChanged changed) {
      profiles.forget(changed.mn());
      countAgain(changed.mn(), Instant.EPOCH, Instant.MAX, record.timestamp());
    } else if (record.value() instanceof MarksChanged changed) {
      marks.forget(changed.mn());
      Instant from = AveragingPeriod.DAY.startOf(changed.from());
      countAgain(changed.mn(), from, changed.to(), record.timestamp());
    }
  }

  /** Counts the days anew that were counted before and begin in a stretch. */
  private void countAgain(String mn, Instant from, Instant to, long now) {
    Set<Instant> days = new TreeSet<>();
    rates.upwards(
        OutletKey.rate(mn, from), OutletKey.rate(mn, to), (key, rate) -> days.add(rate.start()));
    days.forEach(day -> count(mn, day, now));
  }

  /** Days end by the clock too, for an outlet of which nothing comes any more. */
  private void endDays(long clock) {
    Instant today =
        AveragingPeriod.DAY.startOf(Instant.ofEpochMilli(clock).minus(settings.lateAfter()));
    spans
        .all()
        .forEach(
            (mn, span) -> {
              Instant ended = arrived.dueUntil(mn);
              boolean away = Duration.between(span.last(), today).compareTo(LONGEST_SILENCE) > 0;
              if (today.isAfter(ended) && today.isAfter(span.last()) && !away) {
                arrived.putDueUntil(mn, today);
                Instant from =
                    ended.isAfter(span.last()) ? ended : AveragingPeriod.DAY.startOf(span.last());
                for (Instant day = from;
                    day.isBefore(today);
                    day = AveragingPeriod.DAY.endOf(day)) {
                  count(mn, day, clock);
                }
              }
            });
  }

  private void arrive(UploadKept kept, long now) {
    OutletKey.Level level = kept.frame().level();
    if (level == null || level == OutletKey.Level.DAY || kept.frame().isOfInlets()) {
      return;
    }
    Instant hour = AveragingPeriod.HOUR.startOf(kept.frame().at());
    Instant late = AveragingPeriod.HOUR.endOf(hour).plus(settings.lateAfter());
    if (!kept.frame().receivedAt().isAfter(late)
        && arrived.put(kept.mn(), level, kept.frame().at(), profileOf(kept.mn()).minuteInterval())
        && means.hasHour(kept.mn(), hour)) {
      count(kept.mn(), AveragingPeriod.DAY.startOf(hour), now);
    }
  }

  /**
   * The days that an hour touches: its own, and those between it and the nearest counted day on
   * either side, unless that lies so far away that the outlet was away in between.
   */
  private void touch(String mn, Instant hour, Set<Instant> days) {
    Instant day = AveragingPeriod.DAY.startOf(hour);
    HourSpans.Span before = spans.widen(mn, hour);
    days.add(day);
    if (before != null && hour.isAfter(before.last())) {
      days.add(before.lastDay());
    }
    if (before != null && hour.isBefore(before.first())) {
      days.add(AveragingPeriod.DAY.startOf(before.first()));
    }
    if (rates.get(OutletKey.rate(mn, day)) == null) {
      RateRecord[] nearest = new RateRecord[2];
      rates.downwards(
          OutletKey.rate(mn, Instant.EPOCH),
          OutletKey.rate(mn, day),
          (key, rate) -> {
            nearest[0] = rate;
            return false;
          });
      rates.upwards(
          OutletKey.rate(mn, day),
          OutletKey.rate(mn, Instant.MAX),
          (key, rate) -> {
            nearest[1] = rate;
            return false;
          });
      addBetween(nearest[0] == null ? day : nearest[0].start(), day, days);
      addBetween(day, nearest[1] == null ? day : nearest[1].start(), days);
    }
  }

  private static void addBetween(Instant from, Instant to, Set<Instant> days) {
    if (Duration.between(from, to).compareTo(LONGEST_SILENCE) <= 0) {
      for (Instant at = from; at.isBefore(to); at = AveragingPeriod.DAY.endOf(at)) {
        days.add(at);
      }
    }
  }

  private void count(String mn, Instant day, long now) {
    OutletProfile profile = profileOf(mn);
    Instant end = AveragingPeriod.DAY.endOf(day);
    HourSpans.Span span = spans.of(mn);
    SortedMap<Instant, SortedMap<String, FactorMean>> hours = means.hours(mn, day, end);
    Set<String> sent = new TreeSet<>();
    hours.values().forEach(factors -> sent.addAll(factors.keySet()));
    RateRecord before = rates.get(OutletKey.rate(mn, day));
    if (before != null) {
      sent.addAll(before.factors().keySet());
    }
    Instant last = AveragingPeriod.HOUR.endOf(span.last());
    Instant ended = arrived.dueUntil(mn);
    Instant until = ended.isAfter(last) ? ended : last;
    Marks marked = marks.bindingOn(profile).within(day, end);
    Predicate<Instant> inTime = arrived.of(mn, day, profile.minuteInterval());
    SortedMap<String, RateRecord.Factor> factors = new TreeMap<>();
    for (String factor : AssessedFactors.of(profile, day, sent)) {
      factors.put(
          factor,
          RateRecord.Factor.of(
              DayRate.of(
                  profile.medium(),
                  factor,
                  day,
                  span.first(),
                  until,
                  hours,
                  hour -> marked.ofPeriod(AveragingPeriod.HOUR, hour),
                  inTime)));
    }
    publish(
        before,
        new RateRecord(RateRecord.SCHEMA_VERSION, mn, ChinaTime.date(day), 1, factors),
        now);
  }

  private void publish(RateRecord before, RateRecord rate, long now) {
    if (before != null && before.factors().equals(rate.factors())) {
      return;
    }
    // A day of which nothing is assessed is counted too: another entry may assess something of it.
    boolean unsaid = before == null && rate.factors().isEmpty();
    RateRecord next = rate.withRevision(unsaid ? 0 : before == null ? 1 : before.revision() + 1);
    rates.put(OutletKey.rate(next.mn(), next.start()), next);
    if (unsaid) {
      return;
    }
    context.forward(new Record<>(next.key(), next, now));
  }

  private OutletProfile profileOf(String mn) {
    // Of an outlet that the registry does not know the factors say what it emits into.
    return profiles.of(mn, unknown -> Medium.AIR);
  }
}
