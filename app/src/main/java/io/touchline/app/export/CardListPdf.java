package io.touchline.app.export;

import io.touchline.app.pdf.PdfBook;
import io.touchline.app.pdf.PdfBook.Fact;
import io.touchline.contract.CardListRecord;
import io.touchline.domain.cases.CardList;
import io.touchline.domain.cases.ListRow;
import io.touchline.domain.cases.Stage;
import io.touchline.hj212.FactorCatalogue;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A yellow and red list for print, with every column that its CSV has; the same bytes each time.
 */
public final class CardListPdf {

  private CardListPdf() {}

  public static byte[] of(CardList list) {
    return of(CardListRecord.of(list));
  }

  public static byte[] of(CardListRecord list) {
    String title = PdfBook.zh("list.title") + "  " + list.prefecture() + "  " + list.period();
    return PdfBook.of(title, list.asOf(), true, book -> content(book, list));
  }

  private static void content(PdfBook book, CardListRecord list) {
    book.headline("list.title");
    book.facts(
        List.of(
            Fact.of("list.period", list.period() + "  " + list.from() + " – " + list.to()),
            Fact.of("list.region", list.prefecture()),
            new Fact(
                "list.state",
                PdfBook.zh("list.state." + list.state()),
                list.state() != CardListRecord.State.PUBLISHED),
            Fact.of(
                "list.version", list.version() + (list.note().isEmpty() ? "" : "  " + list.note())),
            Fact.of("list.document", list.document()),
            Fact.of("book.asOf", PdfBook.time(list.asOf())),
            Fact.of("list.authority", authority(list))));
    if (list.rows().isEmpty()) {
      book.text(PdfBook.zh("list.none"));
      return;
    }
    book.table(
        List.of(
            "book.number",
            "list.card",
            "list.enterprise",
            "list.outlets",
            "list.grounds",
            "list.factors",
            "list.measure",
            "list.decision",
            "list.dates",
            "list.status"),
        new float[] {0.8f, 1.1f, 4.4f, 2.2f, 3.2f, 3, 1.8f, 3, 3.4f, 3},
        IntStream.range(0, list.rows().size())
            .mapToObj(at -> row(at + 1, list.rows().get(at)))
            .toList());
  }

  private static String authority(CardListRecord list) {
    return list.rows().stream()
        .map(row -> joined("  ", row.authority(), row.contact()))
        .distinct()
        .collect(Collectors.joining("；"));
  }

  private static List<String> row(int number, ListRow row) {
    return List.of(
        Integer.toString(number),
        PdfBook.zh("book.card." + (row.colour() == Stage.Card.RED ? "RED" : "YELLOW")),
        joined("\n", row.enterprise(), row.creditCode(), row.permit(), row.county(), row.sector()),
        String.join("\n", row.outlets()),
        row.grounds(),
        joined(
            "\n",
            row.factors().stream().map(CardListPdf::factor).collect(Collectors.joining("、")),
            said("list.multiple", row.maxMultiple()),
            said("list.days", row.exceedingDays())),
        row.measure().chinese(),
        joined("\n", row.decision(), Objects.toString(row.decidedOn(), null)),
        joined("\n", said("list.servedOn", row.servedOn()), said("list.due", row.due())),
        joined(
            "\n",
            row.status().chinese(),
            said("list.releasedOn", row.releasedOn()),
            said("list.removedOn", row.removedOn())));
  }

  private static String factor(String code) {
    return FactorCatalogue.standard().find(code).map(factor -> factor.zh() + " ").orElse("") + code;
  }

  private static String said(String key, Object value) {
    return value == null ? null : PdfBook.zh(key, value.toString());
  }

  private static String joined(String between, String... texts) {
    return Stream.of(texts)
        .filter(text -> text != null && !text.isEmpty())
        .collect(Collectors.joining(between));
  }
}
