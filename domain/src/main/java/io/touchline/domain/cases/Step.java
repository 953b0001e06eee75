package io.touchline.domain.cases;

import java.time.LocalDate;
import java.util.List;

/** What people do in a case without deciding it. */
public sealed interface Step extends What {

  /** Somebody is to verify: 督办单. */
  record WorkOrderIssued(String owner, LocalDate due) implements Step {}

  /**
   * A violation is confirmed and goes to those who decide.
   *
   * @param filing number of the decision to open a case (立案)
   * @param filedOn its date
   * @param evidence kinds of what was gathered, at least one
   */
  record Confirmed(String filing, LocalDate filedOn, List<Evidence> evidence) implements Step {
    public Confirmed {
      evidence = List.copyOf(evidence);
    }
  }

  /** What Order 30 art. 9 names as evidence. */
  enum Evidence {
    SITE_INSPECTION,
    INTERVIEW,
    MONITORING_REPORT,
    AUDIO_VISUAL,
    TESTIMONY,
    OTHER
  }

  /**
   * The plan of rectification (整改方案) is filed and public.
   *
   * @param link where it is public
   */
  record PlanFiled(LocalDate on, List<PlanPart> parts, String link) implements Step {
    public PlanFiled {
      parts = List.copyOf(parts);
    }
  }

  /** What a plan must settle (Order 30 art. 16). */
  enum PlanPart {
    MEASURES,
    SCHEDULE,
    FUNDS,
    RESPONSIBLE_PERSONS
  }

  /**
   * Rectification is done and filed; a limit or stop ends with that day (Order 30 art. 17).
   *
   * @param finishedOn when the work was done
   * @param on day of filing
   */
  record CompletionFiled(LocalDate finishedOn, LocalDate on, List<CompletionPart> parts)
      implements Step {
    public CompletionFiled {
      parts = List.copyOf(parts);
    }
  }

  /** What must come with it (Order 30 art. 17). */
  enum CompletionPart {
    MONITORING_REPORT,
    ELECTRICITY_BEFORE_AND_AFTER,
    WATER_BEFORE_AND_AFTER,
    OUTPUT_BEFORE_AND_AFTER,
    DISCLOSURE
  }

  /** An officer finds the filing wanting; the release stands, the card stays until it is mended. */
  record FilingDefective(String reason) implements Step {}

  /** The follow-up inspection (跟踪检查). */
  record FollowedUp(LocalDate on, Found found, String record) implements Step {}

  /** What it found. */
  enum Found {
    PASSED,
    SAME_VIOLATION,
    OTHER_VIOLATION
  }

  /**
   * An officer proposes closure to the government.
   *
   * @param ground one of C1 to C4
   * @param rule for C3 the rule that was broken again
   * @param lawRow the row of the ground
   * @param adopted whether the row was adopted without having been seen
   * @param proof what proves it: penalty history, inspection record
   */
  record ClosureProposed(Ground ground, String rule, String lawRow, boolean adopted, String proof)
      implements Step {}

  /** Something that a clock runs from or that stops one. */
  record Recorded(Milestone milestone, LocalDate on, String document) implements Step {}

  /** What of. */
  enum Milestone {
    /** 送达. */
    DECISION_SERVED,
    DECISION_PUBLISHED,
    RELEASE_PUBLISHED,
    /** Opening a case was put off once. */
    FILING_PUT_OFF,
    /** 后督察. */
    SUPERVISED,
    INTERIM_REPORT,
    ANNUAL_REPORT,
    CORRECTION_ORDER_SERVED,
    /** 复查, covert. */
    RECHECKED;

    boolean isTheEnterprises() {
      return this == INTERIM_REPORT || this == ANNUAL_REPORT;
    }
  }
}
