package io.touchline.ingest;

import io.touchline.contract.StationDialect;
import io.touchline.hj212.Dialect;
import io.touchline.hj212.Sm4Key;
import java.util.List;

/**
 * What the gateway needs of an outlet's registry entry, and all it reads of it: a row elsewhere in
 * the entry that cannot be read does not lock the station out.
 *
 * @param password null or empty takes any
 * @param edition the edition it is expected to speak, null for any
 * @param dialect how its data logger departs from the standard, never null
 * @param decoding the dialect for the decoder, with all keys that may be in use
 * @param keyUnreadable whether a key is registered that is none; its enciphered frames cannot be
 *     read, the others can
 * @param region GB/T 2260 code of where it stands, null where the registry does not say
 */
public record Station(
    String password,
    String edition,
    StationDialect dialect,
    Dialect decoding,
    boolean keyUnreadable,
    String region) {

  /** A station that speaks as the standard says. */
  public Station(String password) {
    this(password, null, StationDialect.STANDARD, Dialect.STANDARD, false, null);
  }

  /**
   * A station as registered, with the keys agreed with its logger since.
   *
   * @param dialect null for that of the standard
   */
  public static Station of(
      String password, String edition, StationDialect dialect, List<Sm4Key> renewed) {
    StationDialect known = dialect == null ? StationDialect.STANDARD : dialect;
    try {
      return new Station(password, edition, known, shared(known.forDecoder(renewed)), false, null);
    } catch (IllegalArgumentException noKey) {
      Dialect keyless = known.withKey(null).forDecoder(renewed);
      return new Station(password, edition, known, shared(keyless), true, null);
    }
  }

  /** The same station with other keys agreed since. */
  Station with(List<Sm4Key> renewed) {
    return of(password, edition, dialect, renewed).in(region);
  }

  /** The same station, standing there. */
  Station in(String region) {
    return new Station(password, edition, dialect, decoding, keyUnreadable, region);
  }

  /** Nearly all stations speak the standard's dialect: one object is enough for them. */
  private static Dialect shared(Dialect dialect) {
    return dialect.isStandard() ? Dialect.STANDARD : dialect;
  }

  public boolean takes(String given) {
    return password == null || password.isEmpty() || password.equals(given);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "Station[edition=" + edition + " " + dialect + "]";
  }
}
