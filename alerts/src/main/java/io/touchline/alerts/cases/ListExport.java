package io.touchline.alerts.cases;

import io.touchline.contract.CardListRecord;
import io.touchline.contract.Json;
import io.touchline.domain.cases.CardList;
import io.touchline.domain.cases.CardListCsv;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A list as a file: the same columns in every format. */
public final class ListExport {

  private static final int WIDTH = 20;

  /** Formats by the end of a file's name. */
  public enum Format {
    CSV("text/csv; charset=utf-8"),
    JSON("application/json; charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PDF("application/pdf");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    public String mediaType() {
      return mediaType;
    }
  }

  /** Sets a list for paper. */
  public interface Printer {
    byte[] pdf(CardList list);
  }

  private final Printer printer;

  /**
   * Exports.
   *
   * @param printer null where nothing is set for paper
   */
  public ListExport(Printer printer) {
    this.printer = printer;
  }

  public boolean makes(Format format) {
    return format != Format.PDF || printer != null;
  }

  /**
   * The file's bytes.
   *
   * @throws IllegalArgumentException where that format is not made here
   */
  public byte[] bytes(CardList list, Format format) {
    return switch (format) {
      case CSV -> CardListCsv.text(list.content()).getBytes(StandardCharsets.UTF_8);
      case JSON -> Json.text(CardListRecord.of(list)).getBytes(StandardCharsets.UTF_8);
      case XLSX -> spreadsheet(list.content());
      case PDF -> {
        if (printer == null) {
          throw new IllegalArgumentException("lists are not set for paper here: take XLSX");
        }
        yield printer.pdf(list);
      }
    };
  }

  /** Name of the file: {@code cards-630100-2026Q1-v1.xlsx}. */
  public static String fileName(CardList.Content content, Format format) {
    return "cards-"
        + content.prefecture()
        + '-'
        + content.period().text()
        + "-v"
        + content.version()
        + '.'
        + format.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** All cells are texts, so that no code or date is read as a number or a formula. */
  private static byte[] spreadsheet(CardList.Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Touchline", "1.0")) {
      Worksheet sheet = book.newWorksheet(content.prefecture() + ' ' + content.period().text());
      List<List<String>> table = CardListCsv.table(content);
      for (int row = 0; row < table.size(); row++) {
        for (int column = 0; column < table.get(row).size(); column++) {
          sheet.value(row, column, table.get(row).get(column));
        }
      }
      for (int column = 0; column < table.get(0).size(); column++) {
        sheet.width(column, WIDTH);
      }
      sheet.range(0, 0, 0, table.get(0).size() - 1).style().bold().set();
      sheet.freezePane(0, 1);
      sheet.setAutoFilter(0, 0, table.size() - 1, table.get(0).size() - 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
