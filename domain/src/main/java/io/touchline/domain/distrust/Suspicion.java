package io.touchline.domain.distrust;

import io.touchline.domain.Decimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A question to the data of one factor.
 *
 * @param from start of the first hour it is about
 * @param to end of the last
 * @param score 0 to 1, how plain it is
 * @param evidence the numbers by name
 */
public record Suspicion(
    Kind kind,
    String factor,
    Instant from,
    Instant to,
    Decimal score,
    SortedMap<String, String> evidence) {

  /** What it is about. */
  public enum Kind {
    /** The same value to the last digit while something else moves (7.2). */
    FROZEN,
    /** The swing of a day lies within two percent of the range (7.1). */
    FLAT_LINE,
    /** Hours on one sloping line (filled-in data). */
    STRAIGHT_LINE,
    /** Pinned at the upper end of the range (7.11). */
    RANGE_CLIP,
    /** Oxygen as of air while gas flows (7.6). */
    OXYGEN_HIGH,
    /** The logger's converted value is not what its own oxygen gives (7.6). */
    CONVERSION_DIFFERS,
    /** A part is greater than its whole (7.8). */
    IMPOSSIBLE_CHEMISTRY,
    /** Many hours just below the limit, hardly any just above (7.4). */
    LIMIT_HUGGING,
    /** A jump while all else stood still (7.5). */
    STEP,
    /** A block of hours that was there before (7.13). */
    COPIED_BLOCK,
    /** Nights far below days at the same flow (7.16). */
    NIGHT_SHIFT,
    /** Flow while a stop is declared (7.10). */
    DECLARED_STOP,
    /** Most of a week at the detection limit while gas or water flows (7.3). */
    FLOOR_HUGGING,
    /** A week's changes do not go with those of the flow as the rest of the month's do (7.7). */
    DECOUPLING,
    /** Waste water that stays the same for a day while the flow swings (7.7). */
    UNMOVED_BY_FLOW,
    /** Device marks that begin when a value nears its limit (7.9). */
    MARK_ABUSE,
    /** More of a month marked invalid than maintenance takes (7.9). */
    MARKED_TOO_LONG,
    /** Oxygen that drops by itself when a converted value nears its limit (7.6). */
    CHANGED_OXYGEN,
    /** More flows out of the treatment than in, or less (7.12). */
    FLOW_BALANCE,
    /** Calibrations that come out the same to the last digit (7.17). */
    CHECK_THEATRE
  }

  /** One sentence in English with the numbers. */
  public String text() {
    String sentence =
        switch (kind) {
          case FROZEN ->
              "{hours} hours at {value} while {moved} went from {movedFrom} to {movedTo}";
          case FLAT_LINE ->
              "{hours} hours between {least} and {greatest}: {swingPercent} % of the range {range}";
          case STRAIGHT_LINE ->
              "{hours} hours on one line from {first} to {last}, {perHour} an hour";
          case RANGE_CLIP -> "{hours} hours at the end of the range, {range}";
          case OXYGEN_HIGH -> "{hours} hours with oxygen up to {oxygen} % at a flow of {flow}";
          case CONVERSION_DIFFERS ->
              "{hours} hours; the farthest was sent as {sent}, its oxygen gives {rederived}: {percent} %";
          case IMPOSSIBLE_CHEMISTRY ->
              "{hours} hours above {wholeFactor}, which holds it: {part} of {whole}";
          case LIMIT_HUGGING ->
              "of {hours} judged hours {below} just below the limit {limit} and {above} just above";
          case STEP ->
              "from {before} to {after} in an hour, deviation {deviation}, while {moved} moved by"
                  + " {movedPercent} %";
          case COPIED_BLOCK -> "{hours} hours as those from {original} on, digit for digit";
          case NIGHT_SHIFT ->
              "nights at {night}, days at {day}: {percent} %, while the flow was at {flowPercent} %";
          case DECLARED_STOP ->
              "{hours} hours marked as stopped with a flow up to {flow}, usually {usual}";
          case FLOOR_HUGGING ->
              "{hours} hours at {floor} or below while gas or water flowed; {detection} of the range"
                  + " {range} stands in for the detection limit";
          case DECOUPLING ->
              "{hours} changes from hour to hour go with those of the flow at a correlation of"
                  + " {correlation}, in the rest of the month at {usual}";
          case UNMOVED_BY_FLOW ->
              "{hours} hours between {least} and {greatest} while the flow went from {flowFrom} to"
                  + " {flowTo}";
          case MARK_ABUSE ->
              "{both} of {marks} marked stretches began when a value neared the limit {limit}; of all"
                  + " {hours} judged hours {near} were as near: odds {odds} to 1";
          case MARKED_TOO_LONG -> "{hours} hours of the month marked invalid, more than {allowed}";
          case CHANGED_OXYGEN ->
              "from {before} to {after} % in an hour while the flow moved by {flowPercent} %, after"
                  + " {pollutant} had come to {converted} of the limit {limit}";
          case FLOW_BALANCE ->
              "in {hours} hours {in} m³ flowed in and {out} m³ out: {percent} % of what flowed in";
          case CHECK_THEATRE ->
              "{checks} checks in a row came out the same to the last digit, {value}";
        };
    for (Map.Entry<String, String> figure : evidence.entrySet()) {
      sentence = sentence.replace('{' + figure.getKey() + '}', figure.getValue());
    }
    return sentence;
  }

  public Suspicion {
    evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
  }
}
