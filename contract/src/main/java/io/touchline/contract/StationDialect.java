package io.touchline.contract;

import io.touchline.hj212.CheckMode;
import io.touchline.hj212.Dialect;
import io.touchline.hj212.LengthMode;
import io.touchline.hj212.Sm4Key;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * How a station's data logger departs from the standard, and what the centre may ask of it. Part of
 * {@link OutletRecord}; every component may be absent.
 *
 * @param check algorithm of the check code, absent for Appendix A
 * @param length how strictly the length field is taken, absent for exact
 * @param stamp whether DataTime names the start of a period (the standard) or its end
 * @param factors factor code as the logger sends it to the code of the catalogue
 * @param units factor code of the catalogue to the unit that the logger sends it in
 * @param sm4Key the key registered first (HJ 212-2025 6.4), 16 characters or 32 hexadecimal digits;
 *     later ones are in {@code station-keys}
 * @param serials hardware serials (i23005 to i23008) by which a logger that joins is known
 * @param setsTime whether the centre may set the logger's clock; absent means no
 * @param givesHistory whether the centre may ask for missing data; absent means yes
 */
public record StationDialect(
    CheckMode check,
    LengthMode length,
    Stamp stamp,
    SortedMap<String, String> factors,
    SortedMap<String, String> units,
    String sm4Key,
    List<String> serials,
    Boolean setsTime,
    Boolean givesHistory) {

  public static final StationDialect STANDARD =
      new StationDialect(null, null, null, null, null, null, null, null, null);

  /** Which end of a period DataTime names. */
  public enum Stamp {
    START,
    END
  }

  /**
   * What the decoder needs of it.
   *
   * @param renewed keys agreed with the logger since, in any order; they are tried with the first
   * @throws IllegalArgumentException when the registered key is none
   */
  public Dialect forDecoder(List<Sm4Key> renewed) {
    List<Sm4Key> keys = new ArrayList<>(renewed);
    if (sm4Key != null && !sm4Key.isEmpty()) {
      keys.add(Sm4Key.parse(sm4Key));
    }
    return new Dialect(
        check == null ? CheckMode.STANDARD : check,
        length == null ? LengthMode.EXACT : length,
        keys);
  }

  /** The same dialect with another registered key, null for none. */
  public StationDialect withKey(String other) {
    return new StationDialect(
        check, length, stamp, factors, units, other, serials, setsTime, givesHistory);
  }

  /** The same dialect with these channels. */
  public StationDialect withChannels(
      SortedMap<String, String> otherFactors, SortedMap<String, String> otherUnits) {
    return new StationDialect(
        check,
        length,
        stamp,
        otherFactors.isEmpty() ? null : otherFactors,
        otherUnits.isEmpty() ? null : otherUnits,
        sm4Key,
        serials,
        setsTime,
        givesHistory);
  }

  public boolean stampsEnd() {
    return stamp == Stamp.END;
  }

  /** Whether clock skew may be mended by setting the logger's time. */
  public boolean maySetTime() {
    return Boolean.TRUE.equals(setsTime);
  }

  public boolean mayAskHistory() {
    return !Boolean.FALSE.equals(givesHistory);
  }

  @Override
  public String toString() {
    return "StationDialect[check=" + check + " length=" + length + " stamp=" + stamp + "]";
  }
}
