package io.touchline.contract;

import io.touchline.domain.Decimal;
import java.time.Instant;
import java.util.SortedMap;

/**
 * Value of {@code quality}: something about a station or its data that a person should look at. It
 * changes no reading and no judgement.
 *
 * @param factor absent where it is about the station as a whole
 * @param kind what
 * @param from since when it holds, or the start of the period it is about
 * @param to until when, absent while it lasts
 * @param score 0 to 1 where the finding is graded, absent where it is a fact
 * @param detail one sentence in English with the numbers
 * @param evidence the numbers by name
 * @param source which part of the system found it
 * @param revision counts what was said of this station, kind, factor and beginning; 0 or 1 the
 *     first
 * @param withdrawn whether data that came since leave nothing of it
 */
public record QualityRecord(
    int schemaVersion,
    String mn,
    String factor,
    Kind kind,
    Instant from,
    Instant to,
    Decimal score,
    String detail,
    SortedMap<String, String> evidence,
    String source,
    int revision,
    boolean withdrawn) {

  public static final int SCHEMA_VERSION = 1;

  /** What is said for the first time. */
  public static QualityRecord of(
      String mn,
      String factor,
      Kind kind,
      Instant from,
      Instant to,
      Decimal score,
      String detail,
      SortedMap<String, String> evidence,
      String source) {
    return new QualityRecord(
        SCHEMA_VERSION, mn, factor, kind, from, to, score, detail, evidence, source, 1, false);
  }

  /** The same as the next thing said after {@code before}; null where nothing was. */
  public QualityRecord after(QualityRecord before) {
    return revised(before == null ? 1 : Math.max(1, before.revision) + 1, withdrawn);
  }

  /** That nothing is left of it. */
  public QualityRecord withdraw() {
    return revised(Math.max(1, revision) + 1, true);
  }

  /** Whether both say the same, whatever their revision. */
  public boolean saysTheSameAs(QualityRecord other) {
    return other != null && revised(0, withdrawn).equals(other.revised(0, other.withdrawn));
  }

  private QualityRecord revised(int number, boolean gone) {
    return new QualityRecord(
        schemaVersion, mn, factor, kind, from, to, score, detail, evidence, source, number, gone);
  }

  /** What was found; the list grows. */
  public enum Kind {
    /** Frames say another edition of the standard than the profile. */
    EDITION_CONTRADICTS_PROFILE,
    /** Check codes fit another algorithm than the profile's. */
    CHECK_CONTRADICTS_PROFILE,
    /** The length field is taken in another way than the profile says. */
    LENGTH_CONTRADICTS_PROFILE,
    /** Frames carry another password than the profile. */
    PASSWORD_CONTRADICTS_PROFILE,
    /** Frames come in clear text though a key is registered, or enciphered with none that fits. */
    CIPHER_CONTRADICTS_PROFILE,
    /** Minute data come at another interval than the profile says. */
    INTERVAL_CONTRADICTS_PROFILE,
    /** Factor codes whose medium is not the outlet's. */
    FACTORS_CONTRADICT_PROFILE,
    /** A channel is registered in a unit that does not convert to that of its factor. */
    UNIT_NOT_CONVERTIBLE,
    /** The logger's clock is off by more than a minute. */
    CLOCK_OFF,
    /** Data of a stretch have not come. */
    GAP,
    /** A gap that the logger says it cannot fill. */
    GAP_REFUSED,
    /** A split packet of which a part never came. */
    PART_MISSING,
    /** Two different uploads of one datum. */
    CONFLICTING_UPLOADS,
    /** Two connections speak for one station at a time. */
    TWO_CONNECTIONS,
    /** No data came of an outlet. */
    OUTLET_SILENT,
    /** An outlet's data come without a channel that was there. */
    CHANNEL_SILENT,
    /** All outlets of a region fell silent at once; the station is the region's code. */
    REGION_SILENT,
    /** A running hour will exceed if it goes on as it has so far. */
    EARLY_WARNING,
    /** The logger's own hour is not what its minutes give. */
    HOUR_DIFFERS_FROM_MINUTES,
    /** The logger's own day is not what its hours give. */
    DAY_DIFFERS_FROM_HOURS,
    /** The logger's own mass is not its concentration times its volume. */
    MASS_DIFFERS_FROM_FLOW,
    /** An hour converted minute by minute is not the hour converted by its means. */
    CONVERSION_LEVELS_DIFFER,
    /** Equal to the last digit for hours while something else moves. */
    SUSPECT_FROZEN,
    /** Hardly any swing for a day. */
    SUSPECT_FLAT_LINE,
    /** Hours on one sloping line. */
    SUSPECT_STRAIGHT_LINE,
    /** Pinned at the end of the range. */
    SUSPECT_RANGE_CLIP,
    /** Oxygen as of air while gas flows. */
    SUSPECT_OXYGEN_HIGH,
    /** The converted value sent is not what its oxygen gives. */
    SUSPECT_CONVERSION_DIFFERS,
    /** A part greater than its whole. */
    SUSPECT_IMPOSSIBLE_CHEMISTRY,
    /** Many hours just below the limit, hardly any above. */
    SUSPECT_LIMIT_HUGGING,
    /** A jump while all else stood still. */
    SUSPECT_STEP,
    /** A block of hours that was there before. */
    SUSPECT_COPIED_BLOCK,
    /** Nights far below days at the same flow. */
    SUSPECT_NIGHT_SHIFT,
    /** Flow while a stop is marked. */
    SUSPECT_DECLARED_STOP,
    /** Most of a week at the detection limit while gas or water flows. */
    SUSPECT_FLOOR_HUGGING,
    /** Changes of a week that no longer go with those of the flow. */
    SUSPECT_DECOUPLING,
    /** Waste water that stays the same for a day while the flow swings. */
    SUSPECT_UNMOVED_BY_FLOW,
    /** Device marks that begin when a value nears its limit. */
    SUSPECT_MARK_ABUSE,
    /** More of a month marked invalid than maintenance takes. */
    SUSPECT_MARKED_TOO_LONG,
    /** Oxygen that drops by itself when a converted value nears its limit. */
    SUSPECT_CHANGED_OXYGEN,
    /** More flows out of the treatment than in, or less. */
    SUSPECT_FLOW_BALANCE,
    /** Calibrations that come out the same to the last digit. */
    SUSPECT_CHECK_THEATRE,
    /** Treatment takes out less of a factor than it must. */
    REMOVAL_TOO_LOW,
    /** A treatment facility stood still, or its bypass was open, while production ran. */
    TREATMENT_OFF,
    /** A sample beside which the monitor said the same, within what is allowed. */
    SAMPLE_AGREES,
    /** A sample beside which the monitor said something else. */
    SAMPLE_DIFFERS,
    /** A sample that nothing could be held against. */
    SAMPLE_ALONE,
    /** A sample above a limit. */
    SAMPLE_EXCEEDS,
    /** Three comparison pairs of a day, not all of them within what is allowed. */
    SAMPLE_PAIRS_FAILED,
    /** Manual samples stand in for missing hours of a day, in the substituted mass. */
    SAMPLES_FILL,
    /** Manual samples leave missing hours of a day without one. */
    SAMPLES_TOO_FEW
  }
}
