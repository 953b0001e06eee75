package io.touchline.alerts.book;

import io.touchline.contract.QualityRecord;
import io.touchline.contract.QualityRecord.Kind;
import io.touchline.domain.alert.AlertKey;
import io.touchline.domain.alert.Ground;
import io.touchline.domain.alert.Subject;
import java.util.EnumSet;
import java.util.Set;

/** What findings are about, and which of them speak against the data. */
final class Findings {

  /** Trouble of instruments: with it an exceedance is less likely to be one. */
  static final Set<String> OF_INSTRUMENTS =
      Set.of(
          Kind.SUSPECT_FROZEN.name(),
          Kind.SUSPECT_FLAT_LINE.name(),
          Kind.SUSPECT_STRAIGHT_LINE.name(),
          Kind.SUSPECT_RANGE_CLIP.name(),
          Kind.SUSPECT_OXYGEN_HIGH.name(),
          Kind.SUSPECT_CONVERSION_DIFFERS.name(),
          Kind.SUSPECT_IMPOSSIBLE_CHEMISTRY.name(),
          Kind.SUSPECT_STEP.name());

  /** What is well needs nobody. */
  private static final Set<Kind> WELL = EnumSet.of(Kind.SAMPLE_AGREES, Kind.SAMPLES_FILL);

  private Findings() {}

  static boolean asksForSomething(QualityRecord finding) {
    return !WELL.contains(finding.kind());
  }

  static Occurrence occurrence(QualityRecord finding) {
    Subject subject = subject(finding.kind());
    Ground ground =
        new Ground(
            finding.from(),
            Math.max(1, finding.revision()),
            state(finding),
            finding.to(),
            1,
            null,
            null,
            null,
            null,
            finding.score());
    String factor = finding.factor() == null ? "" : finding.factor();
    return new Occurrence(
        new AlertKey(finding.mn(), factor, finding.kind().name()),
        subject,
        ground,
        finding.evidence() == null ? null : finding.evidence().get("limit"),
        null,
        finding.detail());
  }

  private static Ground.State state(QualityRecord finding) {
    if (finding.withdrawn()) {
      return Ground.State.WITHDRAWN;
    }
    return finding.to() == null ? Ground.State.OPEN : Ground.State.OVER;
  }

  static Subject subject(Kind kind) {
    return switch (kind) {
      case EARLY_WARNING -> Subject.RUNNING_HOUR;
      case OUTLET_SILENT, CHANNEL_SILENT, REGION_SILENT -> Subject.SILENCE;
      case REMOVAL_TOO_LOW, TREATMENT_OFF -> Subject.TREATMENT;
      default -> kind.name().startsWith("SUSPECT_") ? Subject.DOUBT : Subject.DATA;
    };
  }
}
