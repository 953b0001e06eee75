package io.touchline.streams;

import io.touchline.contract.InletHourRecord;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.FactorMean;
import io.touchline.domain.facility.Feed;
import io.touchline.streams.JournalEvent.PeriodsFormed;
import io.touchline.streams.JournalEvent.ProfileChanged;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Hands the hours of a logger before treatment to the journal of the outlet behind it, which may
 * lie in another partition: each as it stands after it was formed or changed, all of them when the
 * registry pairs the two otherwise, and without factors where a pair ends.
 */
final class SendInletHours implements Processor<String, JournalEvent, String, InletHourRecord> {

  private ProcessorContext<String, InletHourRecord> context;
  private Profiles profiles;
  private MeansJournal means;
  private FedOutlets fed;

  @Override
  public void init(ProcessorContext<String, InletHourRecord> context) {
    this.context = context;
    this.profiles = new Profiles(context.getStateStore(JournalStores.PROFILES));
    this.means = MeansJournal.of(context);
    this.fed = new FedOutlets(context.getStateStore(JournalStores.FED_OUTLETS));
  }

  @Override
  public void process(Record<String, JournalEvent> record) {
    if (record.value() instanceof PeriodsFormed formed) {
      List<Feed> feeds = feedsOf(formed.mn());
      if (formed.period() == AveragingPeriod.HOUR && !feeds.isEmpty()) {
        Set<Instant> starts = new TreeSet<>();
        formed.changed().values().forEach(starts::addAll);
        for (Instant start : starts) {
          means.formed(
              formed.mn(),
              AveragingPeriod.HOUR,
              start,
              start,
              hour -> outletsOf(feeds).forEach(outlet -> send(hour, outlet, feeds, record)));
        }
      }
    } else if (record.value() instanceof ProfileChanged changed) {
      profiles.forget(changed.mn());
      sendAgain(changed.mn(), record);
    }
  }

  private void sendAgain(String mn, Record<String, JournalEvent> record) {
    List<Feed> feeds = feedsOf(mn);
    List<Feed> before = fed.of(mn);
    if (feeds.equals(before)) {
      return;
    }
    fed.put(mn, feeds);
    Set<String> outlets = outletsOf(before);
    outlets.addAll(outletsOf(feeds));
    means.formed(
        mn,
        AveragingPeriod.HOUR,
        Instant.EPOCH,
        Instant.MAX,
        hour -> outlets.forEach(outlet -> send(hour, outlet, feeds, record)));
  }

  private void send(
      MeansRecord hour, String outlet, List<Feed> feeds, Record<String, JournalEvent> record) {
    TreeMap<String, InletHourRecord.Value> factors = new TreeMap<>();
    for (Feed feed : feeds) {
      MeansRecord.Factor factor = hour.factors().get(feed.factor());
      if (feed.outlet().equals(outlet) && factor != null) {
        FactorMean mean = MeansJournal.part(hour, factor);
        if (mean.validity().isValid() && mean.value() != null) {
          factors.put(feed.factor(), InletHourRecord.Value.of(mean));
        }
      }
    }
    context.forward(
        new Record<>(
            outlet,
            new InletHourRecord(
                InletHourRecord.SCHEMA_VERSION, outlet, hour.mn(), hour.start(), factors),
            record.timestamp()));
  }

  private List<Feed> feedsOf(String mn) {
    OutletRecord entry = profiles.entry(mn);
    return entry == null || entry.treatment() == null ? List.of() : entry.treatment().feeds();
  }

  private static Set<String> outletsOf(List<Feed> feeds) {
    Set<String> outlets = new LinkedHashSet<>();
    feeds.forEach(feed -> outlets.add(feed.outlet()));
    return outlets;
  }
}
