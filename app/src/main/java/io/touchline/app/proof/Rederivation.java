package io.touchline.app.proof;

import io.touchline.app.replay.Reported;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.FrameRecord;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.streams.JournalSettings;
import io.touchline.streams.OfflineJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the journal makes of some frames: the last word on every period, episode and sum. */
final class Rederivation implements OfflineJournal.Listener {

  /** The order of receipt; between equals that of the log. */
  private static final Comparator<FrameRecord> BY_RECEIPT =
      Comparator.comparing(FrameRecord::receivedAt).thenComparing(FrameRecord::toRef);

  private final Map<String, MeansRecord> means = new HashMap<>();
  private final Map<String, ExceedanceRecord> episodes = new HashMap<>();
  private final Map<String, TotalRecord> totals = new HashMap<>();
  private final List<byte[]> readings = new ArrayList<>();

  private Rederivation() {}

  /**
   * Takes frames through the topology of production.
   *
   * @param knownUntil what was received, marked or reported later is left out
   */
  static Rederivation of(
      CaseMaterial material, Collection<FrameRecord> frames, Instant knownUntil) {
    Rederivation listener = new Rederivation();
    JournalSettings settings = JournalSettings.standard().withoutWaiting();
    try (OfflineJournal journal = new OfflineJournal(settings, listener)) {
      if (material.dossier().registry().permits() != null) {
        journal.permits(material.dossier().registry().permits(), Instant.EPOCH);
      }
      material.keys().forEach(keys -> journal.keys(keys, Instant.EPOCH));
      material.outlets().forEach(outlet -> journal.outlet(outlet, Instant.EPOCH));
      Reported reported =
          new Reported(journal, material.dossier().marks(), material.dossier().samples());
      for (FrameRecord frame : frames.stream().sorted(BY_RECEIPT).toList()) {
        if (!frame.receivedAt().isAfter(knownUntil)) {
          reported.knownUntil(frame.receivedAt());
          journal.frame(frame.toBytes(), frame.receivedAt());
        }
      }
      reported.knownUntil(knownUntil);
      journal.endOfInput();
    }
    return listener;
  }

  @Override
  public void means(MeansRecord record) {
    means.put(record.key(), record);
  }

  @Override
  public void exceedance(ExceedanceRecord record) {
    episodes.put(record.key(), record);
  }

  @Override
  public void total(TotalRecord record) {
    totals.put(record.key(), record);
  }

  @Override
  public void reading(byte[] json) {
    readings.add(json);
  }

  /** Null where the frames give no such mean. */
  MeansRecord mean(String key) {
    return means.get(key);
  }

  /** Null where the frames give no such episode, or took it away again. */
  ExceedanceRecord episode(String key) {
    ExceedanceRecord found = episodes.get(key);
    return found == null || found.state() == ExceedanceRecord.State.WITHDRAWN ? null : found;
  }

  /** Null where the frames give no such sum. */
  TotalRecord total(String key) {
    return totals.get(key);
  }

  /** Every decoded upload as its JSON, in the order of receipt. */
  List<byte[]> readings() {
    return readings;
  }
}
