package io.touchline.domain.totals;

import io.touchline.domain.code.SectorCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose mass a sum is.
 *
 * @param id MN, credit code, GB/T 2260 code of six digits, or that of a province with a code of
 *     GB/T 4754: {@code 630000/D4411}
 */
public record Scope(Kind kind, String id) {

  /** What it is. */
  public enum Kind {
    OUTLET,
    ENTERPRISE,
    REGION,
    /** A sector of the economy within one province. */
    SECTOR
  }

  /**
   * The scopes above an outlet: its enterprise, its county, prefecture and province, and in the
   * province the division and the class of its sector. A sum over a region or sector is that of its
   * monitored outlets, never the total.
   *
   * @param enterprise null where the registry has none
   * @param region GB/T 2260 code, null where the registry has none
   * @param sector GB/T 4754 code, null where the registry has none
   */
  public static List<Scope> above(String enterprise, String region, String sector) {
    List<Scope> scopes = new ArrayList<>();
    if (enterprise != null) {
      scopes.add(new Scope(Kind.ENTERPRISE, enterprise));
    }
    if (region != null && region.matches("\\d{6}")) {
      for (String code :
          List.of(region, region.substring(0, 4) + "00", region.substring(0, 2) + "0000")) {
        Scope scope = new Scope(Kind.REGION, code);
        if (!scopes.contains(scope)) {
          scopes.add(scope);
        }
      }
      if (sector != null) {
        String province = region.substring(0, 2) + "0000";
        for (String code : SectorCode.levels(sector)) {
          scopes.add(new Scope(Kind.SECTOR, province + '/' + code));
        }
      }
    }
    return scopes;
  }

  /** {@code REGION|630100}. */
  public String text() {
    return kind.name() + '|' + id;
  }
}
