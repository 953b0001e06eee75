package io.touchline.domain.code;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Code of a sector of the economy (国民经济行业分类, GB/T 4754): the letter of its section, and two digits
 * of the division, three of the group or four of the class, as D44, D441 and D4411.
 */
public final class SectorCode {

  private static final Pattern FORM = Pattern.compile("([A-T]\\d{2,4})( .*)?");

  private static final int DIVISION = 3;

  private SectorCode() {}

  /**
   * The code in what a registry says of a sector.
   *
   * @param sector a code, with the name after a blank where one likes; null where nothing is said
   * @return null where there is no code in it
   */
  public static String of(String sector) {
    Matcher said = sector == null ? null : FORM.matcher(sector);
    return said != null && said.matches() ? said.group(1) : null;
  }

  /** The division that a code lies in, and the code itself where it is finer. */
  public static List<String> levels(String code) {
    String division = code.substring(0, DIVISION);
    return division.equals(code) ? List.of(code) : List.of(division, code);
  }
}
