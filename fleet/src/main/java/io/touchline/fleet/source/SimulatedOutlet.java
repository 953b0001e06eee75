package io.touchline.fleet.source;

import io.touchline.domain.Medium;
import io.touchline.hj212.Edition;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One outlet (排口) of the simulated fleet. All of them are invented; their names say so.
 *
 * @param mn device id of its logger
 * @param name in Chinese, with 模拟 in it
 * @param plant kind of plant, as in {@code plants.csv}
 * @param referenceOxygen percent, null where the plant has none
 * @param edition of HJ 212 its logger speaks
 * @param behaviour as in {@code behaviours.csv}
 * @param factors codes of HJ 212-2017, in the order in which they are sent; a logger of the 2005
 *     edition sends their old codes
 * @param kinds what its logger uploads
 * @param sendsConverted whether it sends converted values, or only measured ones and oxygen
 * @param garblesOneIn one minute or hour upload in so many goes out damaged first, 0 for none
 * @param flow typical flow, m³/s of dry standard gas or L/s of water
 * @param area of the duct in m², null for water
 * @param pressure of the air in kPa, null for water
 */
public record SimulatedOutlet(
    String mn,
    String name,
    String plant,
    Medium medium,
    BigDecimal referenceOxygen,
    Edition edition,
    String behaviour,
    List<String> factors,
    Set<UploadKind> kinds,
    boolean sendsConverted,
    int garblesOneIn,
    BigDecimal flow,
    BigDecimal area,
    BigDecimal pressure) {

  public SimulatedOutlet {
    factors = List.copyOf(factors);
    kinds = Set.copyOf(kinds);
  }

  /** ST: 31 flue gas, 32 waste water. */
  public String systemCode() {
    return medium == Medium.AIR ? "31" : "32";
  }

  /** How far apart its minute uploads are. */
  public Duration minuteInterval() {
    return Duration.ofMinutes(medium == Medium.AIR ? 1 : 10);
  }

  /** How far apart uploads of a kind are; each is named by the start of its period. */
  public Duration interval(UploadKind kind) {
    return switch (kind) {
      case REAL_TIME -> Duration.ofSeconds(30);
      case MINUTE -> minuteInterval();
      case HOUR -> Duration.ofHours(1);
      case DAY -> Duration.ofDays(1);
    };
  }
}
