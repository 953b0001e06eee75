package io.touchline.streams;

import io.touchline.contract.OutletRecord;
import io.touchline.contract.StationDialect;
import io.touchline.domain.Unit;
import io.touchline.hj212.Dialect;
import io.touchline.hj212.FactorCatalogue;
import io.touchline.hj212.Sm4Key;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the frames of one station are read: by its registry entry as it is now, and the keys agreed
 * since.
 *
 * <p>The dialect is not dated. A changed one holds for frames read from then on; rows that were
 * read before stay as they were read, and a replay of {@code packets} reads them anew. That is said
 * rather than mended: which of the two readings was right for which day, only a person knows.
 *
 * @param decoding how the bytes become a packet
 * @param factors codes as sent to codes of the catalogue, where the two differ
 * @param units the unit that a factor is sent in, where the table says another, by its code in the
 *     catalogue
 * @param inlets channels that are measured before treatment
 * @param stampsEnd whether DataTime names the end of a period
 * @param minuteInterval how long a period of minute data is
 */
record StationReading(
    Dialect decoding,
    Map<String, String> factors,
    Map<String, Unit> units,
    InletCodes inlets,
    boolean stampsEnd,
    Duration minuteInterval) {

  /** That of a station of which nothing is known. */
  static final StationReading STANDARD =
      new StationReading(
          Dialect.STANDARD, Map.of(), Map.of(), InletCodes.NONE, false, Duration.ofMinutes(1));

  static StationReading of(OutletRecord outlet, List<Sm4Key> renewed) {
    StationDialect dialect = outlet.dialectOrStandard();
    Map<String, Unit> units = new HashMap<>();
    if (dialect.units() != null) {
      dialect.units().forEach((factor, unit) -> units.put(factor, Unit.of(unit)));
    }
    InletCodes inlets = InletCodes.of(outlet.treatment());
    units.putAll(inlets.units());
    return new StationReading(
        decoding(dialect, renewed),
        dialect.factors() == null ? Map.of() : dialect.factors(),
        units,
        inlets,
        dialect.stampsEnd(),
        outlet.toDomain().minuteInterval());
  }

  /** A registered key that is none opens nothing and stops nothing. */
  private static Dialect decoding(StationDialect dialect, List<Sm4Key> renewed) {
    try {
      return dialect.forDecoder(renewed);
    } catch (IllegalArgumentException noKey) {
      return dialect.withKey(null).forDecoder(renewed);
    }
  }

  /**
   * The catalogue's code of a factor: by the station's own map, else codes of HJ/T 212-2005 (B01,
   * 011, S01) become those of HJ 212-2017, and others stay as sent.
   */
  String code(String sent) {
    String mapped = factors.get(sent);
    return mapped != null
        ? mapped
        : FactorCatalogue.standard().find(sent).map(entry -> entry.code()).orElse(sent);
  }

  /** What a code means in a frame of that system: a factor at the outlet, or before treatment. */
  String channel(String sent, String systemCode) {
    return inlets.channel(sent, code(sent), systemCode);
  }

  /** The start of the period, or the moment, that a DataTime means. */
  Instant startOf(UploadKind kind, Instant dataTime) {
    return stampsEnd ? kind.startOfEnding(dataTime, minuteInterval) : kind.startOf(dataTime);
  }
}
