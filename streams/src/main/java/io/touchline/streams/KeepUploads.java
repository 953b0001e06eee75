package io.touchline.streams;

import io.touchline.streams.JournalEvent.FrameRead;
import io.touchline.streams.JournalEvent.UploadKept;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Merges each upload into the row of its moment and tells whether anything new stands. */
final class KeepUploads implements Processor<String, FrameRead, String, JournalEvent> {

  private ProcessorContext<String, JournalEvent> context;
  private KeyValueStore<Bytes, byte[]> uploads;

  @Override
  public void init(ProcessorContext<String, JournalEvent> context) {
    this.context = context;
    this.uploads = context.getStateStore(JournalStores.UPLOADS);
  }

  @Override
  public void process(Record<String, FrameRead> record) {
    context.forward(record.withValue(keep(record.value())));
  }

  private UploadKept keep(FrameRead frame) {
    if (frame.level() == null) {
      return new UploadKept(frame, frame.upload(), false, false);
    }
    Bytes key = OutletKey.upload(frame.mn(), frame.level(), frame.at());
    byte[] stored = uploads.get(key);
    UploadRow before = stored == null ? UploadRow.empty() : UploadRowCodec.decode(stored);
    UploadRow after = before.mergedWith(UploadRow.of(frame.upload(), frame.sentAt()));
    boolean changed = !after.equals(before);
    if (changed) {
      uploads.put(key, UploadRowCodec.encode(after));
    }
    return new UploadKept(frame, after.upload(), changed, false);
  }
}
