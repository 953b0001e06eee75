package io.touchline.streams;

import io.touchline.contract.CommandRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.watch.DataLevel;
import io.touchline.domain.watch.Finding;
import io.touchline.domain.watch.HistoryRequest;
import io.touchline.hj212.CommandCode;
import io.touchline.hj212.DataTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the journal asks of loggers, as records. An id says what is asked, so that a journal that
 * starts anew or reads its topics again writes the same id: {@code
 * gap/MN/HOUR/20260101090000/20260101100000/1}.
 */
final class GapCommands {

  private static final String AUTHOR = "journal";
  private static final String GAP = "gap/";
  private static final String CLOCK = "clock/";
  private static final int FIELDS = 4;

  /** Setting a clock that is off helps only while it is. */
  private static final Duration CLOCK_EXPIRY = Duration.ofMinutes(10);

  private GapCommands() {}

  /**
   * A request for history. The standard names both ends by the DataTime of a period, both included
   * (HJ 212-2017 C.20 to C.23); a logger whose stamps name the end of a period is asked in its way.
   */
  static CommandRecord history(
      String mn, Finding.Asked asked, int step, boolean stampsEnd, Instant now) {
    HistoryRequest request = asked.request();
    int shift = stampsEnd ? step : 0;
    SortedMap<String, String> parameters = new TreeMap<>();
    parameters.put("BeginTime", digits(request.from() + shift));
    parameters.put("EndTime", digits(request.to() - step + shift));
    return new CommandRecord(
        CommandRecord.SCHEMA_VERSION,
        id(mn, request),
        mn,
        code(request.level()),
        parameters,
        CommandRecord.Origin.GAP,
        AUTHOR,
        request.level().name().toLowerCase(Locale.ROOT)
            + " data have not come, attempt "
            + request.attempt(),
        now,
        Instant.ofEpochSecond(asked.expiresAt()));
  }

  static CommandRecord setTime(String mn, Finding.ClockToSet clock, Instant now) {
    return new CommandRecord(
        CommandRecord.SCHEMA_VERSION,
        CLOCK + mn + '/' + DataTimes.formatMilli(ChinaTime.civil(now)),
        mn,
        CommandCode.SET_TIME,
        new TreeMap<>(),
        CommandRecord.Origin.CLOCK,
        AUTHOR,
        "the clock is off by " + clock.skewMillis() / 1000 + " s",
        now,
        now.plus(CLOCK_EXPIRY));
  }

  /** The request that an id of {@link #history} names; empty for the ids of others. */
  static Optional<HistoryRequest> requestOf(String mn, String id) {
    String prefix = GAP + mn + '/';
    if (!id.startsWith(prefix)) {
      return Optional.empty();
    }
    String[] fields = id.substring(prefix.length()).split("/", -1);
    try {
      return fields.length == FIELDS
          ? Optional.of(
              new HistoryRequest(
                  DataLevel.valueOf(fields[0]),
                  minute(fields[1]),
                  minute(fields[2]),
                  Integer.parseInt(fields[3])))
          : Optional.empty();
    } catch (IllegalArgumentException ours) {
      return Optional.empty();
    }
  }

  private static String id(String mn, HistoryRequest request) {
    return GAP
        + String.join(
            "/",
            mn,
            request.level().name(),
            digits(request.from()),
            digits(request.to()),
            Integer.toString(request.attempt()));
  }

  private static CommandCode code(DataLevel level) {
    return switch (level) {
      case MINUTE -> CommandCode.MINUTE;
      case HOUR -> CommandCode.HOUR;
      case DAY -> CommandCode.DAY;
    };
  }

  private static String digits(int minute) {
    return DataTimes.formatSecond(ChinaTime.civil(Instant.ofEpochSecond(minute * 60L)));
  }

  private static int minute(String digits) {
    Instant instant =
        DataTimes.second(digits)
            .map(ChinaTime::instant)
            .orElseThrow(() -> new IllegalArgumentException(digits + " is no time"));
    return (int) (instant.getEpochSecond() / 60);
  }
}
