package io.touchline.streams;

import io.touchline.contract.CommandRecord;
import io.touchline.domain.watch.Arrival;
import io.touchline.domain.watch.Finding;
import io.touchline.domain.watch.StationWatch;
import io.touchline.domain.watch.Watching;
import io.touchline.hj212.Edition;
import io.touchline.streams.JournalEvent.FrameRead;
import io.touchline.streams.JournalEvent.FrameSeen;
import io.touchline.streams.JournalEvent.ProfileChanged;
import io.touchline.streams.JournalEvent.RequestEnded;
import io.touchline.streams.JournalEvent.Sending;
import io.touchline.streams.JournalEvent.UploadKept;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Watches what a station owes and what its clock says: tells of gaps, asks for what is missing, and
 * marks an upload that was asked for before it goes on. Every accepted frame of a station reads its
 * row once; the row of one that sends as it should changes only with its uploads.
 */
final class WatchStations implements Processor<String, JournalEvent, String, Object> {

  private final JournalSettings settings;
  private ProcessorContext<String, Object> context;
  private KeyValueStore<String, byte[]> watches;
  private StationTerms terms;

  WatchStations(JournalSettings settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.watches = context.getStateStore(JournalStores.WATCHES);
    this.terms = new StationTerms(context.getStateStore(JournalStores.PROFILES));
  }

  @Override
  public void process(Record<String, JournalEvent> record) {
    JournalEvent event = record.value();
    if (event instanceof UploadKept kept) {
      boolean asked = arrived(kept.mn(), arrivalOf(kept.frame()));
      for (String step : List.of(OutletJournalTopology.COUNT, OutletJournalTopology.FORM)) {
        context.forward(record.withValue(asked ? kept.thatWasAskedFor() : kept), step);
      }
    } else if (event instanceof FrameSeen seen) {
      arrived(seen.mn(), arrivalOf(seen));
    } else if (event instanceof RequestEnded ended) {
      answered(ended);
    } else if (event instanceof ProfileChanged changed) {
      terms.forget(changed.mn());
    }
  }

  private boolean arrived(String mn, Arrival arrival) {
    StationWatch before = read(watches.get(mn));
    Watching.Step step = Watching.arrived(before, arrival, terms.of(mn).terms(), settings.gaps());
    keep(mn, before, step, arrival.receivedAt());
    return step.asked();
  }

  private void answered(RequestEnded ended) {
    StationWatch before = read(watches.get(ended.mn()));
    Watching.Step step =
        Watching.answered(
            before, ended.request(), ended.outcome(), ended.at().getEpochSecond(), settings.gaps());
    keep(ended.mn(), before, step, ended.at());
  }

  private void keep(String mn, StationWatch before, Watching.Step step, Instant now) {
    if (!step.next().equals(before)) {
      watches.put(mn, StationWatchCodec.encode(step.next()));
    }
    for (Finding finding : step.findings()) {
      publish(mn, finding, step.next(), now);
    }
  }

  private void publish(String mn, Finding finding, StationWatch watch, Instant now) {
    if (finding instanceof Finding.Asked asked) {
      int step = watch.level(asked.request().level()).gaps().grid().step();
      command(GapCommands.history(mn, asked, step, terms.of(mn).stampsEnd(), now));
    } else if (finding instanceof Finding.ClockToSet clock) {
      command(GapCommands.setTime(mn, clock, now));
    } else {
      WatchFindings.quality(mn, finding)
          .ifPresent(
              quality ->
                  context.forward(
                      new Record<>(mn, quality, now.toEpochMilli()),
                      OutletJournalTopology.TO_QUALITY));
    }
  }

  private void command(CommandRecord command) {
    context.forward(
        new Record<>(command.mn(), command, command.issuedAt().toEpochMilli()),
        OutletJournalTopology.TO_COMMANDS);
  }

  private static StationWatch read(byte[] row) {
    return row == null ? StationWatch.NEW : StationWatchCodec.decode(row);
  }

  private static Arrival arrivalOf(FrameRead frame) {
    Sending sending = frame.sending();
    return new Arrival(
        frame.receivedAt(),
        frame.level() == null || frame.isOfInlets() ? null : frame.level().watched(),
        frame.at(),
        sending.dataTime(),
        sending.qn(),
        frame.resent(),
        sending.edition() == Edition.V2025,
        sending.part(),
        sending.parts());
  }

  private static Arrival arrivalOf(FrameSeen seen) {
    boolean resends = seen.edition() == Edition.V2025;
    return new Arrival(seen.receivedAt(), null, null, null, null, false, resends, 0, 0);
  }
}
