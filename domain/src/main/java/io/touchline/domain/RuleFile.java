package io.touchline.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Dated rule rows that ship with the program: {@code regulation/<name>.csv}, a header, no quotes.
 */
public final class RuleFile {

  /**
   * Where a rule stands and when it holds: the last five columns of every file.
   *
   * @param validTo last day on which it holds, null where open
   * @param verified whether the figure was seen in the text or a reproduction of it; if not, it is
   *     recall or of second hand and needs a check
   */
  public record Source(
      String standard, String clause, LocalDate validFrom, LocalDate validTo, boolean verified) {

    public boolean holdsAt(Instant instant) {
      LocalDate day = ChinaTime.date(instant);
      return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** For people and records: {@code GB 13223-2011 reference oxygen, needs check}. */
    public String text() {
      return standard + " " + clause + (verified ? "" : ", needs check");
    }
  }

  private static final int SOURCE_COLUMNS = 5;

  private RuleFile() {}

  /** The cells of each row, the header left out. */
  public static List<List<String>> read(String name) {
    try (InputStream in = RuleFile.class.getResourceAsStream("/regulation/" + name + ".csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> List.of(line.split(",", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last five cells: standard, clause, valid_from, valid_to, verified. */
  public static Source source(List<String> cells) {
    List<String> last = cells.subList(cells.size() - SOURCE_COLUMNS, cells.size());
    return new Source(
        last.get(0),
        last.get(1),
        LocalDate.parse(last.get(2)),
        last.get(3).isEmpty() ? null : LocalDate.parse(last.get(3)),
        last.get(4).equals("yes"));
  }
}
