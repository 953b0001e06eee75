package io.touchline.streams;

import io.touchline.domain.AveragingPeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The uploads that carry readings, by their command code (HJ 212-2017 table 9). */
enum UploadKind {
  REAL_TIME("2011", null),
  MINUTE("2051", OutletKey.Level.MINUTE),
  HOUR("2061", OutletKey.Level.HOUR),
  DAY("2031", OutletKey.Level.DAY);

  private final String cn;
  private final OutletKey.Level level;

  UploadKind(String cn, OutletKey.Level level) {
    this.cn = cn;
    this.level = level;
  }

  /** Null for every other command. */
  static UploadKind of(String cn) {
    for (UploadKind kind : values()) {
      if (kind.cn.equals(cn)) {
        return kind;
      }
    }
    return null;
  }

  String cn() {
    return cn;
  }

  /** Null for real-time data. */
  OutletKey.Level level() {
    return level;
  }

  /** The start of the period that a DataTime names; loggers are found that add seconds to it. */
  Instant startOf(Instant dataTime) {
    return switch (this) {
      case REAL_TIME -> dataTime;
      case MINUTE -> dataTime.truncatedTo(ChronoUnit.MINUTES);
      case HOUR -> AveragingPeriod.HOUR.startOf(dataTime);
      case DAY -> AveragingPeriod.DAY.startOf(dataTime);
    };
  }

  /**
   * The start of the period that a DataTime at its end names, by the nearest boundary: an hour that
   * ends at 09:00:00 is stamped 09:00:05 by some and 08:59:59 by others. A moment has no end.
   */
  Instant startOfEnding(Instant dataTime, Duration minuteInterval) {
    return switch (this) {
      case REAL_TIME -> dataTime;
      case MINUTE -> startOf(dataTime.minus(minuteInterval).plusSeconds(30));
      case HOUR -> startOf(dataTime.minus(Duration.ofMinutes(30)));
      case DAY -> startOf(dataTime.minus(Duration.ofHours(12)));
    };
  }
}
