package io.touchline.contract;

import io.touchline.domain.Averaging;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.ExemptHours;
import io.touchline.domain.MarkUse;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.Unit;
import io.touchline.domain.facility.Treatment;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Value of {@code outlets}: one outlet as the registry describes it.
 *
 * @param code number of the outlet in its permit (DA001, DW001)
 * @param name what people call it
 * @param regionCode GB/T 2260 code of its county, prefecture or province
 * @param referenceOxygen percent, absent where no standard sets one
 * @param minuteInterval minutes between its minute uploads, absent for the medium's usual
 * @param judge REPORTED or RECOMPUTED
 * @param markUse what operator marks count for, absent for BINDING
 * @param ranges upper end of an analyser's range by factor, absent where none is registered
 * @param exemption the regime of exempt hours that it stands under, absent for none; see {@link
 *     ExemptHours}
 * @param treatment the facilities before it and what is measured before them, absent where none are
 *     registered
 * @param installation how it is built and measured, absent where nothing of it is registered
 * @param sector GB/T 4754 code of its enterprise's sector, absent where none is registered
 * @param edition edition of HJ 212 it is expected to speak, absent for any
 * @param password the protocol's PW, absent for any. It travels in clear text in every frame: it
 *     tells mistakes apart, it protects nothing
 * @param dialect how its data logger departs from the standard, absent where it does not
 */
public record OutletRecord(
    int schemaVersion,
    String mn,
    String code,
    String name,
    String enterpriseCode,
    String enterpriseName,
    String regionCode,
    String regionName,
    Medium medium,
    String facility,
    Decimal referenceOxygen,
    Integer minuteInterval,
    OutletProfile.Judge judge,
    String edition,
    String password,
    LocalDate validFrom,
    LocalDate validTo,
    List<Limit> limits,
    StationDialect dialect,
    MarkUse markUse,
    SortedMap<String, Decimal> ranges,
    String exemption,
    Treatment treatment,
    Installation installation,
    String sector) {

  public static final int SCHEMA_VERSION = 1;

  /** An outlet whose data logger speaks as the standard says. */
  public OutletRecord(
      int schemaVersion,
      String mn,
      String code,
      String name,
      String enterpriseCode,
      String enterpriseName,
      String regionCode,
      String regionName,
      Medium medium,
      String facility,
      Decimal referenceOxygen,
      Integer minuteInterval,
      OutletProfile.Judge judge,
      String edition,
      String password,
      LocalDate validFrom,
      LocalDate validTo,
      List<Limit> limits) {
    this(
        schemaVersion,
        mn,
        code,
        name,
        enterpriseCode,
        enterpriseName,
        regionCode,
        regionName,
        medium,
        facility,
        referenceOxygen,
        minuteInterval,
        judge,
        edition,
        password,
        validFrom,
        validTo,
        limits,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** One dated limit row; see {@link EmissionLimit}. */
  public record Limit(
      String factor,
      Decimal lower,
      Decimal value,
      String unit,
      Averaging averaging,
      EmissionLimit.Basis basis,
      String source,
      String clause,
      LocalDate validFrom,
      LocalDate validTo) {

    public static Limit of(EmissionLimit limit) {
      return new Limit(
          limit.factor(),
          limit.lower(),
          limit.value(),
          limit.unit().text(),
          limit.averaging(),
          limit.basis(),
          limit.source(),
          limit.clause(),
          limit.validFrom(),
          limit.validTo());
    }

    public EmissionLimit toDomain() {
      return new EmissionLimit(
          factor,
          lower,
          value,
          Unit.of(unit),
          averaging,
          basis,
          source,
          clause,
          validFrom,
          validTo);
    }
  }

  /** The same outlet under other limits. */
  public OutletRecord withLimits(List<Limit> others) {
    return with(others, dialect, markUse, ranges, exemption, treatment, installation, sector);
  }

  /** The same outlet with another dialect. */
  public OutletRecord withDialect(StationDialect other) {
    return with(limits, other, markUse, ranges, exemption, treatment, installation, sector);
  }

  /** The same outlet where marks count for something else. */
  public OutletRecord withMarkUse(MarkUse other) {
    return with(limits, dialect, other, ranges, exemption, treatment, installation, sector);
  }

  /** The same outlet with ranges of its analysers. */
  public OutletRecord withRanges(SortedMap<String, Decimal> others) {
    return with(limits, dialect, markUse, others, exemption, treatment, installation, sector);
  }

  /** The same outlet under a regime of exempt hours. */
  public OutletRecord withExemption(String other) {
    return with(limits, dialect, markUse, ranges, other, treatment, installation, sector);
  }

  /** The same outlet with what is known of the treatment before it. */
  public OutletRecord withTreatment(Treatment other) {
    return with(limits, dialect, markUse, ranges, exemption, other, installation, sector);
  }

  /** The same outlet with how it is built and measured. */
  public OutletRecord withInstallation(Installation other) {
    return with(limits, dialect, markUse, ranges, exemption, treatment, other, sector);
  }

  /** The same outlet of an enterprise of another sector. */
  public OutletRecord withSector(String other) {
    return with(limits, dialect, markUse, ranges, exemption, treatment, installation, other);
  }

  private OutletRecord with(
      List<Limit> otherLimits,
      StationDialect otherDialect,
      MarkUse otherUse,
      SortedMap<String, Decimal> otherRanges,
      String otherExemption,
      Treatment otherTreatment,
      Installation otherInstallation,
      String otherSector) {
    return new OutletRecord(
        schemaVersion,
        mn,
        code,
        name,
        enterpriseCode,
        enterpriseName,
        regionCode,
        regionName,
        medium,
        facility,
        referenceOxygen,
        minuteInterval,
        judge,
        edition,
        password,
        validFrom,
        validTo,
        otherLimits,
        otherDialect,
        otherUse,
        otherRanges,
        otherExemption,
        otherTreatment,
        otherInstallation,
        otherSector);
  }

  /** Its dialect, that of the standard where none is registered. */
  public StationDialect dialectOrStandard() {
    return dialect == null ? StationDialect.STANDARD : dialect;
  }

  /** What the rules need of it. */
  public OutletProfile toDomain() {
    Duration interval =
        minuteInterval == null
            ? OutletProfile.defaultMinuteInterval(medium)
            : Duration.ofMinutes(minuteInterval);
    return new OutletProfile(
        mn,
        medium,
        referenceOxygen,
        interval,
        judge == null ? OutletProfile.Judge.REPORTED : judge,
        markUse == null ? MarkUse.BINDING : markUse,
        ranges == null ? Map.of() : ranges,
        exemption,
        limits == null ? List.of() : limits.stream().map(Limit::toDomain).toList());
  }
}
