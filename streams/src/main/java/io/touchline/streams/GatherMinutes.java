package io.touchline.streams;

import io.touchline.domain.AveragingPeriod;
import io.touchline.streams.HoursToGather.Hour;
import io.touchline.streams.JournalEvent.UploadKept;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Makes one row of the minutes of an hour when nobody is expected to ask for them soon, and has
 * means name their frames by it. What comes late of an hour has it gathered again. Nothing is
 * published and nothing else can tell.
 */
final class GatherMinutes implements Processor<String, UploadKept, Void, Void> {

  /** After the end of the hour or after what came late: by then it is formed. */
  private static final Duration AFTER = Duration.ofMinutes(20);

  /** Outlets take turns, so that hours of others can close meanwhile. */
  private static final int TURNS_SECONDS = 1200;

  private static final Duration LOOK = Duration.ofMinutes(1);

  /** When the clock asks; offline nobody waits. */
  private static final int MOST = 100;

  /** After a long backfill a frame does not wait for all hours of it. */
  private static final int MOST_AT_A_FRAME = 4;

  private final JournalSettings settings;
  private UploadRows uploads;
  private MeansJournal means;
  private HoursToGather waiting;

  GatherMinutes(JournalSettings settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    this.uploads = new UploadRows(context.getStateStore(JournalStores.UPLOADS));
    this.means = MeansJournal.of(context);
    this.waiting = new HoursToGather(context.getStateStore(JournalStores.HOURS_TO_GATHER));
    context.schedule(
        LOOK,
        PunctuationType.WALL_CLOCK_TIME,
        clock ->
            waiting.take(Instant.ofEpochMilli(clock), settings.atOnce(MOST)).forEach(this::gather));
  }

  @Override
  public void process(Record<String, UploadKept> record) {
    UploadKept kept = record.value();
    if (kept.frame().level() != OutletKey.Level.MINUTE) {
      return;
    }
    Instant receivedAt = kept.frame().receivedAt();
    if (kept.changed()) {
      Instant hour = AveragingPeriod.HOUR.startOf(kept.frame().at());
      waiting.add(new Hour(kept.mn(), hour), due(kept.mn(), hour, receivedAt));
    }
    waiting.take(kept.mn(), receivedAt, settings.atOnce(MOST_AT_A_FRAME)).forEach(this::gather);
  }

  private static Instant due(String mn, Instant hour, Instant receivedAt) {
    Instant end = AveragingPeriod.HOUR.endOf(hour);
    Instant from = receivedAt.isAfter(end) ? receivedAt : end;
    return from.plus(AFTER).plusSeconds(Math.floorMod(mn.hashCode(), TURNS_SECONDS));
  }

  private void gather(Hour hour) {
    uploads.gather(hour.mn(), hour.start());
    means.nameFramesAnew(hour.mn(), AveragingPeriod.HOUR, hour.start());
    means.nameFramesAnew(hour.mn(), AveragingPeriod.DAY, AveragingPeriod.DAY.startOf(hour.start()));
  }
}
