package io.touchline.streams;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Upload;
import java.time.Instant;
import java.util.SortedMap;
import java.util.SortedSet;

/** What one step of the outlet journal tells the next. */
sealed interface JournalEvent {

  String mn();

  /**
   * A frame was read.
   *
   * @param level minute, hour or day; null for real-time data, which only shows that time goes on
   * @param at moment or start of the period it speaks of
   * @param sentAt when the logger says it sent it (QN), else the receipt
   * @param receivedAt when the gateway had it
   */
  record FrameRead(
      String mn,
      OutletKey.Level level,
      Instant at,
      Upload upload,
      Instant sentAt,
      Instant receivedAt,
      boolean resent)
      implements JournalEvent {}

  /**
   * An upload is kept.
   *
   * @param upload what stands now for that moment, after all uploads of it
   * @param changed whether anything new stands; a repeat changes nothing
   */
  record UploadKept(FrameRead frame, Upload upload, boolean changed) implements JournalEvent {
    @Override
    public String mn() {
      return frame.mn();
    }
  }

  /** The registry says something else of this outlet than before. */
  record ProfileChanged(String mn) implements JournalEvent {}

  /** Means of these factors changed at these starts, and are in the store. */
  record PeriodsFormed(
      String mn, AveragingPeriod period, SortedMap<String, SortedSet<Instant>> changed)
      implements JournalEvent {}
}
