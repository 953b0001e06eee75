package io.touchline.streams;

import io.touchline.contract.PresenceRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.domain.watch.RegionPresence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Tells of regions all of whose outlets fell silent at once. */
final class WatchRegions implements Processor<String, PresenceRecord, String, QualityRecord> {

  private ProcessorContext<String, QualityRecord> context;
  private RecordStore<RegionPresence> store;

  @Override
  public void init(ProcessorContext<String, QualityRecord> context) {
    this.context = context;
    this.store =
        new RecordStore<>(context.getStateStore(JournalStores.REGIONS), RegionPresence.class);
  }

  @Override
  public void process(Record<String, PresenceRecord> record) {
    PresenceRecord outlet = record.value();
    Bytes key = Bytes.wrap(outlet.region().getBytes(StandardCharsets.UTF_8));
    RegionPresence before = store.get(key);
    Long since =
        outlet.gone()
            ? null
            : Long.valueOf(
                outlet.silentSince() == null ? 0 : outlet.silentSince().getEpochSecond());
    RegionPresence.Step step =
        (before == null ? RegionPresence.NEW : before)
            .told(outlet.mn(), since, Instant.ofEpochMilli(record.timestamp()).getEpochSecond());
    if (!step.next().equals(before)) {
      store.put(key, step.next());
    }
    if (step.told() != null) {
      context.forward(
          new Record<>(outlet.region(), quality(outlet, step.told()), record.timestamp()));
    }
  }

  /** Where other findings name a station it names the region. */
  private static QualityRecord quality(PresenceRecord outlet, RegionPresence.Silence silence) {
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("outlets", Integer.toString(silence.outlets()));
    evidence.put("region", outlet.regionName() == null ? outlet.region() : outlet.regionName());
    return QualityRecord.of(
        outlet.region(),
        null,
        QualityRecord.Kind.REGION_SILENT,
        Instant.ofEpochSecond(silence.from()),
        silence.to() == null ? null : Instant.ofEpochSecond(silence.to()),
        null,
        "all "
            + silence.outlets()
            + " outlets of "
            + evidence.get("region")
            + " fell silent at once",
        evidence,
        "silence");
  }
}
