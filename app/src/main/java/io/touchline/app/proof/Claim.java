package io.touchline.app.proof;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.cases.Finding;
import java.time.Instant;

/**
 * A finding that a case rests on.
 *
 * @param knownAt when it came into the case; what was received or marked later did not judge
 */
record Claim(Finding finding, Instant knownAt) {

  /** What a finding is of, which says what proves it. */
  enum Kind {
    /** An outlet's exceedance: worked out again from frames. */
    EPISODE,
    /** Mass of an enterprise over a permitted amount: likewise. */
    TOTAL,
    /** A laboratory's sample: held against its record. */
    SAMPLE,
    /** A suspicion, or what a person found: no frame says it. */
    PERSON
  }

  Kind kind(String enterprise) {
    if (finding.rule() == null) {
      return Kind.PERSON;
    }
    if (finding.id().startsWith(finding.ground() + "|" + finding.subject() + "|sample ")) {
      return Kind.SAMPLE;
    }
    return finding.subject().equals(enterprise) ? Kind.TOTAL : Kind.EPISODE;
  }

  /** Key of the episode in {@code exceedances}. */
  String episode() {
    return finding.subject() + '|' + finding.rule() + '|' + ChinaTime.format(finding.from());
  }

  /** The middle of a total's rule, {@code permit/factor/period}: its last part. */
  String totalPeriod() {
    return finding.rule().substring(finding.rule().lastIndexOf('/') + 1);
  }

  /** Name of the sample within its outlet. */
  String sample() {
    String start = finding.ground() + "|" + finding.subject() + "|sample ";
    return finding.id().substring(start.length(), finding.id().lastIndexOf('|'));
  }
}
