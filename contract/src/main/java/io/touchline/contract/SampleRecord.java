package io.touchline.contract;

import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.Unit;
import io.touchline.domain.sample.Sample;
import io.touchline.domain.sample.SampleKind;
import io.touchline.domain.sample.Samples;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Value of topic {@link Topics#samples()}: one version of one factor of a sample that was taken at
 * an outlet and measured by a laboratory. Versions are added, never changed or deleted; see {@link
 * Samples}, which of them stands.
 *
 * @param id names the sample within its outlet
 * @param to the instant after its taking, absent where it was taken at one moment
 * @param value what was measured; with the qualifier the detection limit
 * @param qualifier {@value #BELOW} where it lies below the detection limit, else absent
 * @param basis absent for MEASURED
 * @param method standard of the analysis, absent where it is not said
 * @param laboratory who measured, absent where it is not said
 * @param author who reports it
 * @param attachment where the proof lies (a report number, a link), absent where there is none
 * @param adoptedBy the officer who takes it for data that are missing, absent where nobody did
 * @param version counts from 1, absent for 1
 * @param state SET or WITHDRAWN, absent for SET
 */
public record SampleRecord(
    int schemaVersion,
    String mn,
    String id,
    String factor,
    SampleKind kind,
    Instant from,
    Instant to,
    Decimal value,
    String unit,
    String qualifier,
    EmissionLimit.Basis basis,
    String method,
    String laboratory,
    String author,
    String reason,
    Instant reportedAt,
    String attachment,
    String adoptedBy,
    Integer version,
    Sample.State state) {

  public static final int SCHEMA_VERSION = 1;
  public static final String BELOW = "<";

  /**
   * What the rules need of it.
   *
   * @throws IllegalArgumentException with what is missing or wrong
   */
  public Sample toDomain() {
    if (qualifier != null && !qualifier.equals(BELOW)) {
      throw new IllegalArgumentException("the qualifier is " + BELOW + " or none: " + qualifier);
    }
    return new Sample(
        mn,
        id,
        factor,
        kind,
        from,
        to == null ? from : to,
        value,
        unit == null ? null : Unit.of(unit),
        qualifier != null,
        basis == null ? EmissionLimit.Basis.MEASURED : basis,
        method,
        laboratory,
        author,
        reason,
        reportedAt,
        attachment,
        adoptedBy,
        version == null ? 1 : version,
        state == null ? Sample.State.SET : state);
  }

  /**
   * Those that stand of all versions of an outlet's samples, of one factor and of a stretch of
   * time, by their time.
   */
  static List<SampleRecord> standing(
      Collection<SampleRecord> versions, String factor, Instant start, Instant end) {
    Samples samples = Samples.of(versions.stream().map(SampleRecord::toDomain).toList());
    return samples.of(factor, start, end).stream()
        .map(
            sample ->
                versions.stream()
                    .filter(version -> version.toDomain().equals(sample))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }
}
