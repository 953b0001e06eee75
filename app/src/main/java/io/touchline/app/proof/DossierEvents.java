package io.touchline.app.proof;

import io.touchline.app.Texts;
import io.touchline.app.pdf.PdfBook;
import io.touchline.contract.CaseEventRecord;
import io.touchline.contract.DossierRecord;
import io.touchline.domain.cases.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The chapter of a dossier with notices and decisions: the chain of the case's events. */
final class DossierEvents {

  private static final ResourceBundle NAMES = Texts.bundle(Locale.CHINESE);

  private final DossierRecord dossier;
  private final BookWords words;

  DossierEvents(DossierRecord dossier, BookWords words) {
    this.dossier = dossier;
    this.words = words;
  }

  void write(PdfBook book) {
    book.chapter("book.chapter.events");
    book.text(PdfBook.zh("book.events.about"));
    book.table(
        List.of("book.number", "book.enteredAt", "book.event", "book.actor", "book.details"),
        new float[] {0.7f, 2.2f, 1.8f, 2.2f, 7},
        dossier.events().stream().map(this::row).toList());
    book.section(PdfBook.zh("book.chain"), PdfBook.en("book.chain"));
    book.fineTable(
        List.of("book.number", "book.chain.law", "book.chain.evidence", "book.chain.hash"),
        new float[] {0.8f, 1.8f, 6.6f, 6.6f},
        dossier.events().stream()
            .map(
                event ->
                    List.of(
                        Long.toString(event.sequence()),
                        event.law(),
                        event.evidenceHash(),
                        event.hash()))
            .toList());
  }

  private List<String> row(CaseEventRecord event) {
    return List.of(
        Long.toString(event.sequence()),
        PdfBook.moment(event.at()),
        event.what().chinese(),
        PdfBook.zh("book.role." + event.actorRole()) + "\n" + event.actorId(),
        details(event));
  }

  private String details(CaseEventRecord event) {
    Map<String, String> details = event.details();
    String finding = details.containsKey("finding.id") ? "finding." : "replacement.";
    if (details.containsKey(finding + "id")) {
      return words.factor(details.get(finding + "factor"))
          + "  "
          + words.subject(dossier, details.get(finding + "subject"))
          + "  "
          + PdfBook.zh(
              "book.details.finding",
              details.getOrDefault(finding + "worst", "–"),
              details.getOrDefault(finding + "limit", "–"),
              details.get(finding + "revision"));
    }
    Map<String, String> said = new LinkedHashMap<>();
    details.forEach((key, value) -> said.merge(name(key), value(key, value), this::both));
    return said.entrySet().stream()
        .map(each -> each.getKey() + "：" + each.getValue())
        .collect(Collectors.joining("；"));
  }

  private String both(String one, String other) {
    return one.equals(other) ? one : one + "、" + other;
  }

  /** The last part of a figure's name in Chinese, where there is a word for it. */
  private static String name(String key) {
    String plain = key.replaceAll("\\.\\d+$", "");
    String text = "book.detail." + plain.substring(plain.lastIndexOf('.') + 1);
    return NAMES.containsKey(text) ? NAMES.getString(text) : key;
  }

  private String value(String key, String value) {
    if (key.equals("measure")) {
      return Measure.valueOf(value).chinese();
    }
    return words.said(value);
  }
}
