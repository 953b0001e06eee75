package io.touchline.domain.flue;

/**
 * The formulas, each with its clause and a pattern in which symbols stand in braces. Equation
 * numbers are those of HJ 212-2017 App. D, read in full; the rest is as its clause says.
 */
public enum Formula {
  MEAN("arithmetic mean", "{sum} / {n}", "HJ 212-2017 App. D eq. 23-25", true),
  /** 干湿基换算; the same for oxygen. */
  WET_TO_DRY("wet to dry", "{C} / (1 − {Xsw} / 100)", "HJ 212-2017 App. D eq. 19", true),
  /** 标准状态: 273 K, 101325 Pa. */
  ACTUAL_TO_STANDARD(
      "actual to standard state",
      "{C} × 101325 / ({Ba} + {Ps}) × (273 + {ts}) / 273",
      "HJ 212-2017 App. D eq. 18",
      true),
  VOLUME_TO_MASS("ppm to mg/m3", "{C} × {M} / 22.4", "HJ 212-2017 App. D eq. 20-22", true),
  /** Of second hand, as public code has it. */
  NOX_FROM_VOLUME("NOx as NO2", "({NO} + {NO2}) × 46 / 22.4", "HJ 75-2017 formula chain", false),
  /** Of second hand, as public code has it. */
  NOX_FROM_MASS("NOx as NO2", "{NO} × 46 / 30 + {NO2}", "HJ 75-2017 formula chain", false),
  /** 折算. */
  BY_OXYGEN(
      "converted by reference oxygen",
      "{C} × (21 − {O2ref}) / (21 − {O2})",
      "HJ 212-2017 App. D eq. 28",
      true),
  BY_EXCESS_AIR(
      "converted by excess-air coefficient",
      "{C} × 21 / (21 − {O2}) / {αref}",
      "HJ 212-2017 App. D eq. 26-28",
      true),
  NOT_CONVERTED("no conversion, the measured value stands", "{C}", "HJ 212-2017 App. D", true),
  DUCT_VELOCITY("mean velocity", "{Kv} × {Vp}", "HJ 212-2017 App. D eq. 29-34", true),
  ACTUAL_FLOW("wet actual flow", "3600 × {F} × {Vs}", "HJ 212-2017 App. D eq. 29-34", true),
  /** 标干流量. */
  STANDARD_DRY_FLOW(
      "dry flow at standard state",
      "{Qs} × 273 / (273 + {ts}) × ({Ba} + {Ps}) / 101325 × (1 − {Xsw} / 100)",
      "HJ 212-2017 App. D eq. 29-34",
      true),
  MASS_RATE(
      "mass from the measured dry concentration",
      "{C} × {Qsn} / 1000000",
      "HJ 212-2017 App. D eq. 33",
      true);

  private final String title;
  private final String pattern;
  private final String clause;
  private final boolean verified;

  Formula(String title, String pattern, String clause, boolean verified) {
    this.title = title;
    this.pattern = pattern;
    this.clause = clause;
    this.verified = verified;
  }

  public String title() {
    return title;
  }

  /** With symbols in braces: {@code {C} / (1 − {Xsw} / 100)}. */
  public String pattern() {
    return pattern;
  }

  public String clause() {
    return clause;
  }

  /** False where the formula is of second hand and needs a check against the text. */
  public boolean verified() {
    return verified;
  }
}
