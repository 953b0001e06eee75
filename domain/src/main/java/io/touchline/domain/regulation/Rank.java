package io.touchline.domain.regulation;

import java.util.Set;

/** What kind of document a limit stands in, the first to be named coming first. */
public enum Rank {
  /** 排污许可证. */
  PERMIT,
  /** 地方标准. */
  LOCAL_STANDARD,
  /** 特别排放限值, and ultra-low figures. */
  SPECIAL_LIMIT,
  /** 行业标准. */
  SECTOR_STANDARD,
  /** 综合标准: holds where no sector standard does. */
  GENERAL_STANDARD;

  private static final Set<String> GENERAL = Set.of("GB 16297-1996", "GB 8978-1996");
  private static final Set<String> POLICIES = Set.of("环大气", "关于推进实施", "全面实施");

  /**
   * The rank of a row of which a registry says no more than document and clause. What is no known
   * standard is taken for a permit: it binds this outlet and no other.
   */
  public static Rank of(String source, String clause) {
    String document = source.strip();
    if (document.startsWith("DB")) {
      return LOCAL_STANDARD;
    }
    if (clause.contains("特别") || POLICIES.stream().anyMatch(document::startsWith)) {
      return SPECIAL_LIMIT;
    }
    if (GENERAL.contains(document)) {
      return GENERAL_STANDARD;
    }
    return document.startsWith("GB") ? SECTOR_STANDARD : PERMIT;
  }
}
