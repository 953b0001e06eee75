package io.touchline.streams;

import io.touchline.contract.OutletRecord;
import io.touchline.contract.PresenceRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.domain.watch.Presence;
import io.touchline.streams.JournalEvent.FrameRead;
import io.touchline.streams.JournalEvent.ProfileChanged;
import io.touchline.streams.JournalEvent.UploadKept;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Tells of outlets and channels that fell silent, and lets their region know.
 *
 * <p>Silence is measured against the latest data that this task has read and the time that has gone
 * since it did: what has not been read yet, as after a restart, is no silence of an outlet.
 */
final class WatchSilence implements Processor<String, JournalEvent, String, Object> {

  private static final Duration LOOK = Duration.ofMinutes(1);

  /** What stands in the store. */
  record Row(String region, String regionName, Presence presence) {

    Row with(Presence other) {
      return new Row(region, regionName, other);
    }
  }

  private final JournalSettings settings;
  private final Map<String, Row> rows = new HashMap<>();
  private ProcessorContext<String, Object> context;
  private Profiles profiles;
  private RecordStore<Row> store;
  private long latest;
  private long latestAtLook;
  private long lookedAt;

  WatchSilence(JournalSettings settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.profiles = new Profiles(context.getStateStore(JournalStores.PROFILES));
    this.store = new RecordStore<>(context.getStateStore(JournalStores.PRESENCES), Row.class);
    store.each(
        (key, row) -> {
          rows.put(new String(key.get(), StandardCharsets.UTF_8), row);
          latest = Math.max(latest, row.presence().heardAt());
        });
    if (settings.hasAClock()) {
      context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, this::look);
    }
  }

  @Override
  public void process(Record<String, JournalEvent> record) {
    if (record.value() instanceof UploadKept kept) {
      heard(kept.frame(), kept.frame().upload().measurements().keySet());
    } else if (record.value() instanceof ProfileChanged changed) {
      profiles.forget(changed.mn());
      move(changed.mn(), record.timestamp());
    }
  }

  private void heard(FrameRead frame, Set<String> factors) {
    long receivedAt = frame.receivedAt().getEpochSecond();
    latest = Math.max(latest, receivedAt);
    Row before = rows.get(frame.mn());
    Row row = before == null ? rowOf(frame.mn(), Presence.NEW) : before;
    boolean wasSilent = row.presence().silent();
    // Days are no rhythm to tell a silence by, nor is what is merely live.
    boolean regular =
        frame.level() == OutletKey.Level.MINUTE || frame.level() == OutletKey.Level.HOUR;
    Presence.Step step =
        row.presence()
            .heard(
                receivedAt,
                regular ? frame.at().getEpochSecond() : Long.MIN_VALUE,
                regular ? factors : Set.of());
    keep(frame.mn(), before, row.with(step.next()));
    tell(frame.mn(), step.told(), frame.receivedAt().toEpochMilli());
    if (before == null || wasSilent) {
      present(row, frame.mn(), null, false, frame.receivedAt().toEpochMilli());
    }
  }

  private void look(long wallClock) {
    if (latest != latestAtLook) {
      latestAtLook = latest;
      lookedAt = wallClock;
    }
    long now = latest + Duration.ofMillis(wallClock - lookedAt).toSeconds();
    for (Map.Entry<String, Row> entry : List.copyOf(rows.entrySet())) {
      Row row = entry.getValue();
      Presence.Step step = row.presence().passed(now);
      if (!step.told().isEmpty()) {
        keep(entry.getKey(), row, row.with(step.next()));
        tell(entry.getKey(), step.told(), wallClock);
        present(row, entry.getKey(), row.presence().heardAt(), false, wallClock);
      }
    }
  }

  /** Another entry may put it into another region. */
  private void move(String mn, long now) {
    Row before = rows.get(mn);
    if (before == null) {
      return;
    }
    Row row = rowOf(mn, before.presence());
    if (!row.equals(before)) {
      present(before, mn, null, true, now);
      keep(mn, before, row);
      Presence presence = row.presence();
      present(row, mn, presence.silent() ? presence.heardAt() : null, false, now);
    }
  }

  private Row rowOf(String mn, Presence presence) {
    OutletRecord entry = profiles.entry(mn);
    return entry == null
        ? new Row(null, null, presence)
        : new Row(entry.regionCode(), entry.regionName(), presence);
  }

  private void keep(String mn, Row before, Row after) {
    if (!after.equals(before)) {
      rows.put(mn, after);
      store.put(Bytes.wrap(mn.getBytes(StandardCharsets.UTF_8)), after);
    }
  }

  private void tell(String mn, List<Presence.Silence> silences, long now) {
    for (Presence.Silence silence : silences) {
      boolean station = silence.factor() == null;
      Instant from = Instant.ofEpochSecond(silence.from());
      Instant to = silence.to() == null ? null : Instant.ofEpochSecond(silence.to());
      QualityRecord quality =
          QualityRecord.of(
              mn,
              silence.factor(),
              station ? QualityRecord.Kind.OUTLET_SILENT : QualityRecord.Kind.CHANNEL_SILENT,
              from,
              to,
              null,
              station
                  ? "no data has come" + (to == null ? "" : " for a while")
                  : "data come without this channel",
              new TreeMap<>(),
              "silence");
      context.forward(new Record<>(mn, quality, now), OutletJournalTopology.TO_QUALITY);
    }
  }

  private void present(Row row, String mn, Long silentSince, boolean gone, long now) {
    if (row.region() == null) {
      return;
    }
    PresenceRecord presence =
        new PresenceRecord(
            PresenceRecord.SCHEMA_VERSION,
            row.region(),
            row.regionName(),
            mn,
            silentSince == null ? null : Instant.ofEpochSecond(silentSince),
            gone);
    context.forward(new Record<>(row.region(), presence, now), OutletJournalTopology.TO_PRESENCE);
  }
}
