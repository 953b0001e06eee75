package io.touchline.streams;

import io.touchline.domain.FrameRef;
import io.touchline.hj212.Diagnosis;
import io.touchline.hj212.FrameDecoder;
import io.touchline.hj212.Verdict;
import io.touchline.hj212.Verdict.Accepted;
import io.touchline.hj212.Verdict.Rejected;
import io.touchline.streams.PendingFrames.Pending;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Makes packets of frames in their station's dialect.
 *
 * <p>The gateway knew the station's entry and keys when it took the frame; here they come by other
 * topics and may be read after it. So a frame whose station is not known yet, or that cannot be
 * read yet, waits: until the entry or the keys come, or {@link JournalSettings#hold} has passed.
 * Then it is read by the standard, or goes to quarantine with its reason. Whatever the order of
 * arrival, the same is read of it.
 */
final class OpenFrames implements Processor<String, Object, String, Object> {

  private static final Duration LOOK_FOR_OVERDUE = Duration.ofSeconds(5);
  private static final Set<Diagnosis> CIPHER =
      EnumSet.of(Diagnosis.LOOKS_ENCRYPTED, Diagnosis.KEY_DOES_NOT_FIT);

  private final FrameDecoder decoder = new FrameDecoder();
  private final Duration hold;
  private ProcessorContext<String, Object> context;
  private StationReadings readings;
  private PendingFrames pending;

  OpenFrames(JournalSettings settings) {
    this.hold = settings.hold();
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.readings =
        new StationReadings(
            context.getStateStore(JournalStores.PROFILES),
            context.getStateStore(JournalStores.STATION_KEYS));
    this.pending = new PendingFrames(context.getStateStore(JournalStores.PENDING_FRAMES));
    context.schedule(LOOK_FOR_OVERDUE, PunctuationType.WALL_CLOCK_TIME, this::settleOverdue);
  }

  @Override
  public void process(Record<String, Object> record) {
    if (record.value() instanceof byte[] bytes) {
      take(record.withValue(bytes));
    } else if (record.value() instanceof JournalEvent changed) {
      readings.forget(changed.mn());
      for (Pending waiting : pending.of(changed.mn())) {
        if (open(changed.mn(), waiting)) {
          pending.remove(waiting);
        }
      }
    }
  }

  private void take(Record<String, byte[]> record) {
    String mn = record.key() != null ? record.key() : FrameDecoder.mnOf(record.value());
    Pending frame = new Pending(record.withKey(mn), place(record.value()));
    if (mn.isEmpty() || hold.isZero()) {
      settle(mn, frame);
    } else if (!open(mn, frame)) {
      pending.add(frame, context.currentSystemTimeMs()).ifPresent(over -> settle(mn, over));
    }
  }

  /** Opens it if that can be done now. */
  private boolean open(String mn, Pending frame) {
    Optional<StationReading> reading = readings.of(mn);
    if (reading.isEmpty()) {
      return false;
    }
    Verdict verdict = decode(frame, reading.get());
    if (verdict instanceof Accepted accepted) {
      forward(frame, accepted, reading.get());
      return true;
    }
    return false;
  }

  /** Opens it or says why not: there is nothing more to wait for. */
  private void settle(String mn, Pending frame) {
    StationReading reading = readings.of(mn).orElse(StationReading.STANDARD);
    Verdict verdict = decode(frame, reading);
    if (verdict instanceof Accepted accepted) {
      forward(frame, accepted, reading);
    } else if (verdict instanceof Rejected rejected) {
      boolean cipher = rejected.diagnoses().stream().anyMatch(CIPHER::contains);
      context.forward(
          Quarantine.of(
              frame.record(), cipher ? "no-key" : rejected.reason().code(), rejected.detail()),
          OutletJournalTopology.TO_QUARANTINE);
    }
  }

  private void settleOverdue(long now) {
    for (Pending overdue : pending.heldBefore(now - hold.toMillis())) {
      pending.remove(overdue);
      settle(overdue.record().key(), overdue);
    }
  }

  private Verdict decode(Pending frame, StationReading reading) {
    return decoder.decode(frame.record().value(), false, reading.decoding());
  }

  private void forward(Pending frame, Accepted accepted, StationReading reading) {
    context.forward(
        frame
            .record()
            .withValue(
                new OpenedFrame(accepted.packet(), reading, frame.place(), frame.record().value())),
        OutletJournalTopology.DECODE);
  }

  private FrameRef place(byte[] frame) {
    RecordMetadata place =
        context
            .recordMetadata()
            .orElseThrow(() -> new IllegalStateException("a frame without a place in Kafka"));
    return new FrameRef(place.topic(), place.partition(), place.offset(), FrameHash.of(frame));
  }
}
