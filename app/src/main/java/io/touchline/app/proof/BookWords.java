package io.touchline.app.proof;

import io.touchline.alerts.words.Language;
import io.touchline.app.Texts;
import io.touchline.contract.DossierRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.portal.page.Words;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of a dossier's tables, in Chinese. */
final class BookWords {

  private static final ResourceBundle NAMES = Texts.bundle(Locale.CHINESE);

  private final Words words = Words.in(Language.ZH);

  /** A factor with its code. */
  String factor(String code) {
    return code == null ? "–" : words.factor(code) + " " + code;
  }

  /** An outlet by its name and number, an enterprise by its name. */
  String subject(DossierRecord dossier, String subject) {
    if (subject.equals(dossier.enterprise())) {
      return dossier.registry().discharger() == null
          ? subject
          : dossier.registry().discharger().name();
    }
    return dossier.registry().outlets().stream()
        .filter(outlet -> outlet.mn().equals(subject))
        .map(outlet -> outlet.name() + (outlet.code() == null ? "" : " " + outlet.code()))
        .findFirst()
        .orElse(subject);
  }

  String of(Enum<?> constant) {
    return words.of(constant);
  }

  /** A name in records in Chinese, where there is a word for it. */
  String said(String name) {
    String key = "book.said." + name;
    return NAMES.containsKey(key) ? NAMES.getString(key) : name;
  }

  /** Why a mean is not valid, "" where it is. */
  String reason(String english) {
    return english.isEmpty() ? "" : words.reason(english);
  }

  /** A limit's figure with its unit, a range with both ends. */
  String figure(OutletRecord.Limit limit) {
    return (limit.lower() == null ? "" : limit.lower() + "–") + limit.value() + " " + limit.unit();
  }

  /** A limit's cells: factor, averaging, figure, basis, source, clause, in force. */
  List<String> limit(OutletRecord.Limit limit) {
    return List.of(
        factor(limit.factor()),
        of(limit.averaging()),
        figure(limit),
        of(limit.basis()),
        limit.source() == null ? "" : limit.source(),
        limit.clause() == null ? "" : limit.clause(),
        limit.validFrom() + " – " + (limit.validTo() == null ? "" : limit.validTo()));
  }
}
