package io.touchline.streams;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.FactorMean;
import io.touchline.domain.InletChannel;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.Upload;
import io.touchline.domain.facility.RunState;
import io.touchline.domain.selfcheck.ConversionLevels;
import io.touchline.domain.selfcheck.SelfCheck;
import io.touchline.domain.watch.HistoryRequest;
import io.touchline.hj212.Edition;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
   * @param sending how it was sent
   */
  record FrameRead(
      String mn,
      OutletKey.Level level,
      Instant at,
      Upload upload,
      Instant sentAt,
      Instant receivedAt,
      boolean resent,
      Sending sending)
      implements JournalEvent {

    /** Whether it is of inlets alone: then what the outlet owes has not come with it. */
    boolean isOfInlets() {
      Set<String> channels = upload.measurements().keySet();
      return !channels.isEmpty() && channels.stream().allMatch(InletChannel::isInlet);
    }
  }

  /**
   * What the header of a frame says of its sending.
   *
   * @param qn null where it is no time
   * @param dataTime as sent, before it is taken for the start of a period
   * @param part PNO, 0 where it is absent
   * @param parts PNUM, 0 where it is absent
   */
  record Sending(Instant qn, Instant dataTime, Edition edition, int part, int parts) {}

  /**
   * Something was said of facilities.
   *
   * @param at the moment of the states, or the start of the day of the hours
   * @param sentAt when the logger says it sent it (QN), else the receipt
   * @param states by the facility's code
   * @param hours of running on that day, by the facility's code
   * @param frame hash of the frame that says so
   */
  record FacilitiesSaid(
      String mn,
      Instant at,
      Instant sentAt,
      SortedMap<String, RunState> states,
      SortedMap<String, Decimal> hours,
      String frame)
      implements JournalEvent {}

  /** An accepted frame that carries no readings: the station is there. */
  record FrameSeen(String mn, Instant receivedAt, Edition edition) implements JournalEvent {}

  /**
   * An upload is kept.
   *
   * @param upload what stands now for that moment, after all uploads of it
   * @param changed whether anything new stands; a repeat changes nothing
   * @param asked whether it is an answer to a history request of ours
   */
  record UploadKept(FrameRead frame, Upload upload, boolean changed, boolean asked)
      implements JournalEvent {
    @Override
    public String mn() {
      return frame.mn();
    }

    UploadKept thatWasAskedFor() {
      return new UploadKept(frame, upload, changed, true);
    }
  }

  /**
   * An hour runs, and may exceed a limit if it goes on.
   *
   * @param hour its start
   * @param upTo the end of the latest minutes
   * @param factors those that came last
   * @param minutes all of the hour that have come, by their start
   */
  record HourRuns(
      OutletProfile profile,
      Instant hour,
      Instant upTo,
      Set<String> factors,
      SortedMap<Instant, SortedMap<String, FactorMean>> minutes)
      implements JournalEvent {
    @Override
    public String mn() {
      return profile.mn();
    }
  }

  /** A request for history ended. */
  record RequestEnded(String mn, HistoryRequest request, HistoryRequest.Outcome outcome, Instant at)
      implements JournalEvent {}

  /** The registry says something else of this outlet than before. */
  record ProfileChanged(String mn) implements JournalEvent {}

  /** Marks changed that stand over this stretch of time of an outlet, or did. */
  record MarksChanged(String mn, Instant from, Instant to) implements JournalEvent {}

  /** A sample of a factor changed that was taken in this stretch of time, or was said to be. */
  record SampleChanged(String mn, String factor, Instant from, Instant to)
      implements JournalEvent {}

  /** A sample stands in for so much more mass of an hour than before, or less. */
  record SampleMassChanged(String mn, String factor, Instant hour, long moreMg)
      implements JournalEvent {}

  /** What another logger measured before an outlet's treatment changed in that hour. */
  record InletHourChanged(String mn, Instant hour) implements JournalEvent {}

  /** Keys were agreed with the logger of this outlet. */
  record KeysChanged(String mn) implements JournalEvent {}

  /**
   * A logger's own hour or day was held against its parts.
   *
   * @param factors all that it reported
   * @param differences what disagrees
   * @param converted those whose minutes can be converted; their hours were asked
   * @param conversions hours that come to two numbers, by the level at which they are converted
   */
  record PeriodCompared(
      String mn,
      AveragingPeriod period,
      Instant start,
      Set<String> factors,
      List<SelfCheck.Difference> differences,
      Set<String> converted,
      List<ConversionLevels> conversions)
      implements JournalEvent {}

  /** Means of these factors changed at these starts, and are in the store. */
  record PeriodsFormed(
      String mn, AveragingPeriod period, SortedMap<String, SortedSet<Instant>> changed)
      implements JournalEvent {}
}
