package io.touchline.domain.totals;

import java.util.ArrayList;
import java.util.List;

/**
 * Whose mass a sum is.
 *
 * @param id MN, credit code, or GB/T 2260 code of six digits
 */
public record Scope(Kind kind, String id) {

  /** What it is. */
  public enum Kind {
    OUTLET,
    ENTERPRISE,
    REGION
  }

  /**
   * The scopes above an outlet: its enterprise, its county, prefecture and province. A sum over a
   * region is that of its monitored outlets, never the region's total.
   *
   * @param enterprise null where the registry has none
   * @param region GB/T 2260 code, null where the registry has none
   */
  public static List<Scope> above(String enterprise, String region) {
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
    }
    return scopes;
  }

  /** {@code REGION|630100}. */
  public String text() {
    return kind.name() + '|' + id;
  }
}
