package io.touchline.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What marks do to data, as dated rows ({@code regulation/marks.csv}). The 2022 rule is written for
 * waste incineration, thermal power, cement and pulp and paper; elsewhere marking is "by reference"
 * (recall, needs check).
 */
public final class MarkRules {

  private static final String FILE = "/regulation/marks.csv";
  private static final MarkRules STANDARD = new MarkRules(read());

  /** What a mark does. */
  public enum Effect {
    /** The data stay what they are. */
    NONE,
    /** Data marked invalid are not evidence of an exceedance. */
    INVALID,
    /** The source did not run: its time is out. */
    STOPPED
  }

  /**
   * One row.
   *
   * @param validTo last day on which it holds, null where open
   * @param verified whether the text was seen; if not, it needs a check
   */
  public record Row(
      MarkKind kind,
      Effect effect,
      String standard,
      String clause,
      LocalDate validFrom,
      LocalDate validTo,
      boolean verified) {}

  private final List<Row> rows;

  MarkRules(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /** The rows that ship. */
  public static MarkRules standard() {
    return STANDARD;
  }

  public List<Row> rows() {
    return rows;
  }

  /** By the row in force on that day in China; without one a mark does nothing. */
  public Effect effectOf(MarkKind kind, Instant at) {
    LocalDate day = ChinaTime.date(at);
    return rows.stream()
        .filter(row -> row.kind() == kind && !day.isBefore(row.validFrom()))
        .filter(row -> row.validTo() == null || !day.isAfter(row.validTo()))
        .map(Row::effect)
        .findFirst()
        .orElse(Effect.NONE);
  }

  private static List<Row> read() {
    try (InputStream in = MarkRules.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(MarkRules::row)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    String[] cells = line.split(",", -1);
    return new Row(
        MarkKind.named(cells[0]).orElseThrow(),
        Effect.valueOf(cells[1]),
        cells[2],
        cells[3],
        LocalDate.parse(cells[4]),
        cells[5].isEmpty() ? null : LocalDate.parse(cells[5]),
        cells[6].equals("yes"));
  }
}
