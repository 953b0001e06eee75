package io.touchline.contract;

import java.time.LocalDate;
import java.util.List;

/**
 * Value of {@code enterprises}: one pollutant discharger (排污单位) as the registry describes it.
 *
 * @param code unified social credit code, GB 32100-2015, or what the authority numbers it by
 * @param regionCode GB/T 2260 code of the place where it stands
 * @param sector GB/T 4754 code of its sector, or its name; absent where it is not said
 * @param category whether and for what it is on the list of key dischargers (重点排污单位)
 * @param mayBeSpared reasons for which a stop of production may be spared it (Order 30 art. 7);
 *     absent for none
 * @param permits its discharge permits, absent where none are registered
 * @param entry since when this is so and who said it; absent where the registry does not say
 */
public record EnterpriseRecord(
    int schemaVersion,
    String code,
    String name,
    String regionCode,
    String sector,
    String category,
    List<Spared> mayBeSpared,
    List<Permit> permits,
    RegistryEntry entry) {

  public static final int SCHEMA_VERSION = 1;

  /** Why production may go on though the rest of the law calls for a stop; an officer decides. */
  public enum Spared {
    /** Operates a public facility: sewage, waste, hazardous waste. */
    PUBLIC_FACILITY,
    /** Basic livelihood or another public interest. */
    PUBLIC_INTEREST,
    /** A stop would endanger the safety of production. */
    SAFETY
  }

  /**
   * One discharge permit, of all whose rows bear its number.
   *
   * @param validTo last day, absent where open
   * @param verifiedOn day of its latest annual verification (年检), absent where none is registered
   */
  public record Permit(
      String number, LocalDate validFrom, LocalDate validTo, LocalDate verifiedOn) {}

  /** The same enterprise with its permits. */
  public EnterpriseRecord withPermits(List<Permit> others) {
    return new EnterpriseRecord(
        schemaVersion, code, name, regionCode, sector, category, mayBeSpared, others, entry);
  }
}
