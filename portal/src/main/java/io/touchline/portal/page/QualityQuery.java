package io.touchline.portal.page;

import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.portal.read.FindingRow;
import io.touchline.portal.read.ReadModels;
import java.util.List;
import java.util.Map;

/** Gathers what the page of data quality says. */
public final class QualityQuery {

  private static final int ROWS = 50;

  private final ReadModels models;

  public QualityQuery(ReadModels models) {
    this.models = models;
  }

  /**
   * One page of what stands.
   *
   * @param kind null for all kinds
   * @param region what the outlets' region begins with, null for everywhere
   * @param page counted from 1
   */
  public QualityPage page(QualityRecord.Kind kind, String region, int page) {
    List<FindingRow> rows = models.findings().standing(kind, region, (page - 1) * ROWS, ROWS + 1);
    boolean more = rows.size() > ROWS;
    Map<String, OutletRecord> outlets =
        models.outlets().of(rows.stream().map(FindingRow::mn).toList());
    List<QualityPage.Line> lines =
        (more ? rows.subList(0, ROWS) : rows)
            .stream().map(row -> line(row, outlets.get(row.mn()))).toList();
    return new QualityPage(kind, models.findings().counts(region), lines, page, more);
  }

  private static QualityPage.Line line(FindingRow row, OutletRecord outlet) {
    return outlet == null
        ? new QualityPage.Line(row, null, null)
        : new QualityPage.Line(row, outlet.enterpriseName(), outlet.name());
  }
}
