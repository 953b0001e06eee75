package io.touchline.streams;

import io.touchline.streams.JournalEvent.FrameRead;
import io.touchline.streams.JournalEvent.UploadKept;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Merges each upload into the row of its moment and tells whether anything new stands, and where
 * two uploads of one datum differ.
 */
final class KeepUploads implements Processor<String, FrameRead, String, Object> {

  private ProcessorContext<String, Object> context;
  private UploadRows uploads;
  private Conflicts conflicts;

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.uploads = new UploadRows(context.getStateStore(JournalStores.UPLOADS));
    this.conflicts = new Conflicts(context.getStateStore(JournalStores.CONFLICTS));
  }

  @Override
  public void process(Record<String, FrameRead> record) {
    UploadKept kept = keep(record);
    context.forward(record.withValue(kept), OutletJournalTopology.WATCH);
    context.forward(record.withValue(kept), OutletJournalTopology.SILENCE);
    context.forward(record.withValue(kept), OutletJournalTopology.RUN);
    context.forward(record.withValue(kept), OutletJournalTopology.GATHER);
    context.forward(record.withValue(kept), OutletJournalTopology.COMPARE);
  }

  private UploadKept keep(Record<String, FrameRead> record) {
    FrameRead frame = record.value();
    if (frame.level() == null) {
      return new UploadKept(frame, frame.upload(), false, false);
    }
    UploadRow stored = uploads.get(frame.mn(), frame.level(), frame.at());
    UploadRow before = stored == null ? UploadRow.empty() : stored;
    UploadRow after = before.mergedWith(UploadRow.of(frame.upload(), frame.sentAt()));
    boolean changed = !after.equals(before);
    if (stored != null) {
      Bytes key = OutletKey.upload(frame.mn(), frame.level(), frame.at());
      conflicts
          .between(key, frame, before, after)
          .forEach(
              conflict ->
                  context.forward(
                      new Record<>(frame.mn(), conflict, record.timestamp()),
                      OutletJournalTopology.TO_QUALITY));
    }
    if (changed) {
      uploads.put(frame.mn(), frame.level(), frame.at(), after);
    }
    return new UploadKept(frame, after.upload(), changed, false);
  }
}
