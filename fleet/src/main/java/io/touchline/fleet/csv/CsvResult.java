package io.touchline.fleet.csv;

/**
 * What came of a replay that reached its end. Every upload sent is acknowledged, or was given up by
 * a logger that misbehaves.
 *
 * @param rows of data in the file; each takes its place in time
 * @param rowsWithoutNumber rows without a number in any mapped column: they sent nothing
 * @param sent uploads; a row too long for one packet goes out in parts, and each counts
 * @param acknowledged uploads whose 9014 came
 * @param resent frames sent again
 * @param skippedCells mapped cells without a decimal number, which sent no such factor
 * @param reconnects connections made after the first
 * @param unanswered uploads given up after OverTime; 0 for a logger that behaves
 */
public record CsvResult(
    long rows,
    long rowsWithoutNumber,
    long sent,
    long acknowledged,
    long resent,
    long skippedCells,
    long reconnects,
    long unanswered) {

  /** Of a logger that behaves. */
  public CsvResult(
      long rows,
      long rowsWithoutNumber,
      long sent,
      long acknowledged,
      long resent,
      long skippedCells,
      long reconnects) {
    this(rows, rowsWithoutNumber, sent, acknowledged, resent, skippedCells, reconnects, 0);
  }
}
