package io.touchline.portal.page;

import io.touchline.alerts.cases.CaseOverview;
import io.touchline.domain.alert.Grade;
import io.touchline.portal.read.AlertList;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the workbench of an officer says.
 *
 * @param due what falls due before the day ends, the most urgent first
 * @param serious open serious alerts that nobody has, newest first
 * @param answered answers that wait for an opinion, oldest clock first
 * @param open open alerts by grade; every grade is there
 * @param cases how enforcement cases stand
 * @param tiles one a prefecture, by code
 */
public record OfficerPage(
    List<AlertList.Row> due,
    List<AlertList.Row> serious,
    List<AlertList.Row> answered,
    Map<Grade, Long> open,
    CaseOverview cases,
    List<Tile> tiles,
    int outlets,
    Instant now) {

  /**
   * A prefecture.
   *
   * @param code first four digits of its GB/T 2260 code
   * @param name of the region that its outlets name, of which there may be several
   * @param outlets monitored there, and how many of them exceed, are silent
   */
  public record Tile(String code, String name, int outlets, long exceeding, long silent) {

    /** Those of which nothing calls for anybody. */
    public long quiet() {
      return Math.max(0, outlets - exceeding - silent);
    }
  }

  public long exceeding() {
    return tiles.stream().mapToLong(Tile::exceeding).sum();
  }

  public long overdue() {
    return due.stream().filter(AlertList.Row::overdue).count();
  }

  public long allOpen() {
    return open.values().stream().mapToLong(Long::longValue).sum();
  }
}
