package io.touchline.streams;

import io.touchline.contract.ExceedanceRecord;
import io.touchline.streams.JournalEvent.PeriodsFormed;
import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Brings the episodes in line with the periods that changed, and publishes what differs. */
final class FollowEpisodes implements Processor<String, PeriodsFormed, String, ExceedanceRecord> {

  private static final Duration COUNT_AGAIN = Duration.ofSeconds(1);

  private ProcessorContext<String, ExceedanceRecord> context;
  private EpisodeJournal episodes;

  @Override
  public void init(ProcessorContext<String, ExceedanceRecord> context) {
    this.context = context;
    this.episodes =
        new EpisodeJournal(
            new JudgedPeriods(MeansJournal.rows(context)),
            new RecordStore<>(
                context.getStateStore(JournalStores.EPISODES), ExceedanceRecord.class),
            new EpisodesToCount(context.getStateStore(JournalStores.UNCOUNTED_EPISODES)));
    context.schedule(COUNT_AGAIN, PunctuationType.WALL_CLOCK_TIME, this::countAgain);
  }

  private void countAgain(long now) {
    episodes
        .countAgain()
        .forEach(revision -> context.forward(new Record<>(revision.key(), revision, now)));
  }

  @Override
  public void process(Record<String, PeriodsFormed> record) {
    PeriodsFormed formed = record.value();
    formed
        .changed()
        .forEach(
            (factor, starts) ->
                episodes
                    .follow(formed.mn(), formed.period(), factor, starts)
                    .forEach(
                        revision ->
                            context.forward(record.withKey(revision.key()).withValue(revision))));
  }
}
