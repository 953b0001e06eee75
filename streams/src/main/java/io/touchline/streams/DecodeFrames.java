package io.touchline.streams;

import io.touchline.hj212.Packet;
import io.touchline.streams.JournalEvent.FacilitiesSaid;
import io.touchline.streams.JournalEvent.FrameSeen;
import io.touchline.streams.ReadingOf.Reading;
import java.time.Instant;
import java.time.LocalDateTime;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Reads a packet as one upload, in its station's way. The gateway has let it pass by its form; what
 * is found wrong only now (no usable DataTime) goes to quarantine with its reason. Notices and
 * answers stay in {@code packets} and say nothing of a discharge, only that the station is there.
 */
final class DecodeFrames implements Processor<String, OpenedFrame, String, Object> {

  private static final String MISSING = "DataTime is missing or is no time";

  /** No online monitor is older, and none of this kind will live to see the other. */
  private static final int FIRST_YEAR = 1990;

  private static final int LAST_YEAR = 2099;

  private ProcessorContext<String, Object> context;

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
  }

  @Override
  public void process(Record<String, OpenedFrame> record) {
    Packet packet = record.value().packet();
    tellOfFacilities(record, packet);
    UploadKind kind = UploadKind.of(packet.cn());
    if (kind == null) {
      seen(record, packet);
      return;
    }
    String trouble = packet.dataTime().map(DecodeFrames::troubleWith).orElse(MISSING);
    if (!trouble.isEmpty()) {
      quarantine(record, "bad-data-time", trouble);
      return;
    }
    Instant receivedAt = Instant.ofEpochMilli(record.timestamp());
    Reading reading = ReadingOf.frame(record.value(), kind, receivedAt);
    context.forward(
        record.withKey(packet.mn()).withValue(reading.record()), OutletJournalTopology.TO_READINGS);
    context.forward(
        record.withKey(packet.mn()).withValue(reading.frame()), OutletJournalTopology.KEEP);
  }

  /** States of facilities say nothing of a discharge by themselves. */
  private void tellOfFacilities(Record<String, OpenedFrame> record, Packet packet) {
    boolean dated = packet.dataTime().map(DecodeFrames::troubleWith).orElse(MISSING).isEmpty();
    FacilitiesSaid said =
        dated ? FacilityReport.of(record.value(), Instant.ofEpochMilli(record.timestamp())) : null;
    if (said != null) {
      context.forward(
          record.withKey(packet.mn()).withValue(said), OutletJournalTopology.FACILITIES);
    }
  }

  /** Heartbeats, answers and the like say that the station is there, and that time goes on. */
  private void seen(Record<String, OpenedFrame> record, Packet packet) {
    if (!packet.mn().isEmpty()) {
      FrameSeen seen =
          new FrameSeen(packet.mn(), Instant.ofEpochMilli(record.timestamp()), packet.edition());
      context.forward(record.withKey(packet.mn()).withValue(seen), OutletJournalTopology.WATCH);
    }
  }

  private static String troubleWith(LocalDateTime dataTime) {
    boolean possible = dataTime.getYear() >= FIRST_YEAR && dataTime.getYear() <= LAST_YEAR;
    return possible ? "" : "DataTime is in the year " + dataTime.getYear();
  }

  private void quarantine(Record<String, OpenedFrame> record, String reason, String detail) {
    context.forward(
        Quarantine.of(record.withValue(record.value().bytes()), reason, detail),
        OutletJournalTopology.TO_QUARANTINE);
  }
}
