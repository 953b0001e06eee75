package io.touchline.streams;

import io.touchline.contract.MeansRecord;
import io.touchline.contract.RateRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.FactorMean;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.rate.AssessedFactors;
import io.touchline.domain.rate.DayRate;
import io.touchline.streams.JournalEvent.PeriodsFormed;
import io.touchline.streams.JournalEvent.ProfileChanged;
import io.touchline.streams.JournalEvent.UploadKept;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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

  private final JournalSettings settings;
  private ProcessorContext<String, RateRecord> context;
  private Profiles profiles;
  private MeansJournal means;
  private ArrivedInTime arrived;
  private HourSpans spans;
  private RecordStore<RateRecord> rates;

  CountRates(JournalSettings settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, RateRecord> context) {
    this.context = context;
    this.profiles = new Profiles(context.getStateStore(JournalStores.PROFILES));
    this.means =
        new MeansJournal(
            new RecordStore<>(context.getStateStore(JournalStores.MEANS), MeansRecord.class));
    this.arrived = new ArrivedInTime(context.getStateStore(JournalStores.ARRIVED_IN_TIME));
    this.spans = new HourSpans(context.getStateStore(JournalStores.ARRIVED_IN_TIME));
    this.rates = new RecordStore<>(context.getStateStore(JournalStores.RATES), RateRecord.class);
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
      Set<Instant> days = new TreeSet<>();
      rates.upwards(
          OutletKey.firstRate(changed.mn()),
          OutletKey.lastRate(changed.mn()),
          (key, rate) -> days.add(rate.start()));
      days.forEach(day -> count(changed.mn(), day, record.timestamp()));
    }
  }

  private void arrive(UploadKept kept, long now) {
    OutletKey.Level level = kept.frame().level();
    if (level == null || level == OutletKey.Level.DAY) {
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

  /** The days that an hour touches: its own, and all that it ends. */
  private void touch(String mn, Instant hour, Set<Instant> days) {
    Instant day = AveragingPeriod.DAY.startOf(hour);
    days.add(day);
    HourSpans.Span before = spans.widen(mn, hour);
    if (before == null) {
      return;
    }
    Instant from = hour.isAfter(before.last()) ? before.lastDay() : day;
    Instant to = hour.isBefore(before.first()) ? AveragingPeriod.DAY.startOf(before.first()) : day;
    if (Duration.between(from, to).compareTo(LONGEST_SILENCE) > 0) {
      from = to;
    }
    for (Instant at = from; !at.isAfter(to); at = AveragingPeriod.DAY.endOf(at)) {
      days.add(at);
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
                  AveragingPeriod.HOUR.endOf(span.last()),
                  hours,
                  hour -> arrived.hasHour(mn, hour))));
    }
    publish(
        before,
        new RateRecord(RateRecord.SCHEMA_VERSION, mn, ChinaTime.date(day), 1, factors),
        now);
  }

  private void publish(RateRecord before, RateRecord rate, long now) {
    if (before == null ? rate.factors().isEmpty() : before.factors().equals(rate.factors())) {
      return;
    }
    RateRecord next = rate.withRevision(before == null ? 1 : before.revision() + 1);
    rates.put(OutletKey.rate(next.mn(), next.start()), next);
    context.forward(new Record<>(next.key(), next, now));
  }

  private OutletProfile profileOf(String mn) {
    // Of an outlet that the registry does not know the factors say what it emits into.
    return profiles.of(mn, unknown -> Medium.AIR);
  }
}
