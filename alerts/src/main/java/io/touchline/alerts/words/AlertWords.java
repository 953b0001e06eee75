package io.touchline.alerts.words;

import io.touchline.alerts.pipeline.Snapshot;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.alert.Subject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Alerts in the field's shape (监测报警短信): place, enterprise, date, outlet, factor, how many times
 * over, days in the last 30. Safe for any thread.
 */
public final class AlertWords {

  private static final int HUNDRED = 2;

  /** Rules that are duties of a case begin so. */
  private static final String CASE = "CASE_";

  private static final Map<Language, AlertWords> ALL = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      ALL.put(language, new AlertWords(language));
    }
  }

  private final Bundle texts;

  private AlertWords(Language language) {
    this.texts = new Bundle("/io/touchline/alerts/alerts", language);
  }

  public static AlertWords in(Language language) {
    return ALL.get(language);
  }

  public Set<String> keys() {
    return texts.keys();
  }

  /**
   * The text of a key.
   *
   * @throws IllegalArgumentException where there is no such text
   */
  public String text(String key, Object... arguments) {
    return texts.text(key, arguments);
  }

  /** The text of a constant: {@code Grade.SERIOUS}. */
  public String of(Enum<?> constant) {
    return text(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
  }

  /** One line: what a short message has room for. */
  public String line(Snapshot alert) {
    List<String> parts = new ArrayList<>();
    add(parts, alert.regionName() == null ? alert.regionCode() : alert.regionName());
    add(parts, alert.enterpriseName());
    parts.add(ChinaTime.date(alert.from()).toString());
    add(parts, alert.placeName() == null ? alert.place() : alert.placeName());
    add(parts, alert.factor().isEmpty() ? null : texts.factor(alert.factor()));
    parts.add(what(alert));
    if (alert.multiple() != null) {
      parts.add(text("over", twoPlaces(alert.multiple().number())));
    }
    if (alert.worst() != null) {
      parts.add(
          text(
              "figures",
              alert.worst(),
              alert.unit() == null ? "" : alert.unit(),
              alert.limit() == null ? "-" : alert.limit()));
    }
    if (alert.share() != null) {
      parts.add(text("share", twoPlaces(alert.share().number().movePointRight(HUNDRED))));
    }
    if (alert.days() != null) {
      parts.add(text("days", alert.days()));
    }
    String head = alert.rule().startsWith(CASE) ? "head.case." : "head.";
    return text(head + alert.change().name(), of(alert.grade().colour()), of(alert.grade()))
        + String.join(text("between"), parts)
        + text("end");
  }

  private static void add(List<String> parts, String part) {
    if (part != null && !part.isBlank()) {
      parts.add(part);
    }
  }

  private String what(Snapshot alert) {
    return isFinding(alert.subject()) ? text("finding." + alert.rule()) : of(alert.subject());
  }

  private static boolean isFinding(Subject subject) {
    return switch (subject) {
      case SILENCE, TREATMENT, DOUBT, DATA -> true;
      case HOUR, DAY, MONTH, RUNNING_HOUR, BUDGET -> false;
    };
  }

  /** What a message is called. */
  public String title(List<Snapshot> alerts) {
    Snapshot first = alerts.get(0);
    return alerts.size() == 1
        ? text("title.one", of(first.grade().colour()), name(first), of(first.change()))
        : text("title.many", of(first.grade().colour()), name(first), alerts.size());
  }

  private static String name(Snapshot alert) {
    if (alert.enterpriseName() != null) {
      return alert.enterpriseName();
    }
    return alert.placeName() == null ? alert.place() : alert.placeName();
  }

  private static String twoPlaces(BigDecimal number) {
    return number.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }
}
