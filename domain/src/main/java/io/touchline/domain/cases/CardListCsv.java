package io.touchline.domain.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list as CSV (RFC 4180) for people with a spreadsheet: UTF-8 with a byte-order mark, Chinese
 * headings. A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
public final class CardListCsv {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String LINE = "\r\n";

  private static final List<String> HEADINGS =
      List.of(
          "期间",
          "地区代码",
          "县(市、区)",
          "企业名称",
          "统一社会信用代码",
          "排污许可证编号",
          "行业",
          "排放口",
          "牌别",
          "情形",
          "污染物",
          "最大超标倍数",
          "30日内超标天数",
          "措施",
          "决定书文号",
          "决定日期",
          "送达日期",
          "整改期限",
          "状态",
          "解除日期",
          "摘牌日期",
          "发布机关",
          "联系方式",
          "名单版本",
          "版本说明");

  private CardListCsv() {}

  /** Its headings, then a line of cells for each row; what is not known is an empty text. */
  public static List<List<String>> table(CardList.Content list) {
    Stream<List<String>> rows = list.rows().stream().map(row -> cells(list, row));
    return Stream.concat(Stream.of(HEADINGS), rows).toList();
  }

  public static String text(CardList.Content list) {
    return BYTE_ORDER_MARK
        + table(list).stream()
            .map(cells -> cells.stream().map(CardListCsv::quoted).collect(Collectors.joining(",")))
            .collect(Collectors.joining(LINE, "", LINE));
  }

  private static List<String> cells(CardList.Content list, ListRow row) {
    List<Object> cells = new ArrayList<>();
    cells.add(list.period().text());
    cells.add(list.prefecture());
    cells.add(row.county());
    cells.add(row.enterprise());
    cells.add(row.creditCode());
    cells.add(row.permit());
    cells.add(row.sector());
    cells.add(String.join("; ", row.outlets()));
    cells.add(row.colour() == Stage.Card.RED ? "红牌" : "黄牌");
    cells.add(row.grounds());
    cells.add(String.join("; ", row.factors()));
    cells.add(row.maxMultiple());
    cells.add(row.exceedingDays());
    cells.add(row.measure().chinese());
    cells.add(row.decision());
    cells.add(row.decidedOn());
    cells.add(row.servedOn());
    cells.add(row.due());
    cells.add(row.status().chinese());
    cells.add(row.releasedOn());
    cells.add(row.removedOn());
    cells.add(row.authority());
    cells.add(row.contact());
    cells.add(list.version());
    cells.add(list.note());
    return cells.stream().map(cell -> cell == null ? "" : cell.toString()).toList();
  }

  private static String quoted(String cell) {
    boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    String safe = formula ? "'" + cell : cell;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
