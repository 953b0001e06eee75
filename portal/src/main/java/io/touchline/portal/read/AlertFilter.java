package io.touchline.portal.read;

import io.touchline.domain.Medium;
import io.touchline.domain.alert.Grade;
import io.touchline.domain.alert.Subject;

/**
 * Which alerts are wanted; null holds for everything.
 *
 * @param region what the region's code begins with
 * @param owner login of who has them
 */
public record AlertFilter(
    String region,
    String sector,
    Medium medium,
    String factor,
    Grade grade,
    Subject subject,
    Stage state,
    String owner,
    Sort sort) {

  /** All that is open, newest first. */
  public static final AlertFilter OPEN =
      new AlertFilter(null, null, null, null, null, null, Stage.OPEN, null, Sort.NEWEST);

  /** Where alerts stand, as people ask for it. */
  public enum Stage {
    OPEN("a.status = 'OPEN' and a.life <> 'CLOSED'"),
    /** The enterprise has not answered. */
    WAITING("a.status = 'OPEN' and a.life in ('FRESH', 'ASSIGNED', 'ACKNOWLEDGED')"),
    /** An officer has not said what they think of the answer. */
    ANSWERED("a.life = 'ANSWERED'"),
    CLOSED("a.life = 'CLOSED'"),
    ENDED("a.status = 'ENDED' and a.life <> 'CLOSED'"),
    WITHDRAWN("a.status = 'WITHDRAWN' and a.life <> 'CLOSED'"),
    ALL("true");

    private final String condition;

    Stage(String condition) {
      this.condition = condition;
    }

    String condition() {
      return condition;
    }
  }

  /** What comes first. Of equals the newest does. */
  public enum Sort {
    NEWEST("a.last_seen desc"),
    GRADE(
        "array_position(array['SERIOUS', 'EXCEEDANCE', 'EARLY_WARNING', 'NOTICE'], a.grade),"
            + " a.last_seen desc"),
    DUE("o.overdue desc, d.due_at nulls last, a.last_seen desc"),
    REGION("a.region_code, a.enterprise_name, a.place, a.last_seen desc");

    private final String order;

    Sort(String order) {
      this.order = order;
    }

    String order() {
      return order;
    }
  }

  /** The same about another grade. */
  public AlertFilter withGrade(Grade other) {
    return new AlertFilter(region, sector, medium, factor, other, subject, state, owner, sort);
  }

  /** The same in another state. */
  public AlertFilter withState(Stage other) {
    return new AlertFilter(region, sector, medium, factor, grade, subject, other, owner, sort);
  }

  /** The same within another region. */
  public AlertFilter withRegion(String other) {
    return new AlertFilter(other, sector, medium, factor, grade, subject, state, owner, sort);
  }

  /** Those that somebody has. */
  public AlertFilter withOwner(String other) {
    return new AlertFilter(region, sector, medium, factor, grade, subject, state, other, sort);
  }

  /** The same in another order. */
  public AlertFilter withSort(Sort other) {
    return new AlertFilter(region, sector, medium, factor, grade, subject, state, owner, other);
  }
}
