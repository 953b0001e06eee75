package io.touchline.portal.page;

import io.touchline.alerts.book.Alert;
import io.touchline.alerts.words.AlertWords;
import io.touchline.alerts.words.Bundle;
import io.touchline.alerts.words.Language;
import io.touchline.contract.QualityRecord;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every text that people see, in one language. Safe for any thread. */
public final class Words {

  private static final Pattern EVIDENCE = Pattern.compile("\\{([a-zA-Z]+)}");

  private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      ALL.put(language, new Words(language));
    }
  }

  private final Bundle texts;

  private Words(Language language) {
    this.texts = new Bundle("/io/touchline/portal/messages", language);
  }

  public static Words in(Language language) {
    return ALL.get(language);
  }

  public Language language() {
    return texts.language();
  }

  public Set<String> keys() {
    return texts.keys();
  }

  /**
   * The text of a key with its arguments, in the notation of {@link MessageFormat}.
   *
   * @throws IllegalArgumentException where there is no such text
   */
  public String text(String key, Object... arguments) {
    return texts.text(key, arguments);
  }

  /** The text of a constant: {@code enum.standing.EXCEEDS}. */
  public String of(Enum<?> constant) {
    String kind = constant.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT);
    return text("enum." + kind + "." + constant.name());
  }

  /** The text of a constant of alerts, as messages say it. */
  public String alert(Enum<?> constant) {
    return AlertWords.in(language()).of(constant);
  }

  /** What an alert is about, in a word. */
  public String subject(Alert alert) {
    return switch (alert.subject()) {
      case SILENCE, TREATMENT, DOUBT, DATA ->
          AlertWords.in(language()).text("finding." + alert.key().rule());
      case HOUR, DAY, MONTH, RUNNING_HOUR, BUDGET -> alert(alert.subject());
    };
  }

  /** How far people have come with an alert. */
  public String life(Alert alert) {
    return switch (alert.standing().status()) {
      case OPEN -> text("life." + alert.life().getClass().getSimpleName());
      case ENDED, WITHDRAWN ->
          alert.isClosed()
              ? text("life." + alert.life().getClass().getSimpleName())
              : text("life." + alert.standing().status().name());
    };
  }

  /** Whether a page can say that this step was taken. */
  public static boolean isStep(String step) {
    return in(Language.ZH).has("done." + step);
  }

  public boolean has(String key) {
    return texts.has(key);
  }

  /** A factor's name; its code where the catalogue has none. */
  public String factor(String code) {
    return texts.factor(code);
  }

  /** The province of the first two digits of a GB/T 2260 code. */
  public String province(String code) {
    String key = "province." + code;
    return text(texts.has(key) ? key : "province.unknown");
  }

  /** A region as people call it: its name, else that of its province. */
  public String region(String code, String name) {
    if (name != null) {
      return name;
    }
    return province(code == null || code.length() < 2 ? "" : code.substring(0, 2));
  }

  /** A flag of HJ 212-2017 table 8 with its meaning; the bare flag where it is none of them. */
  public String flag(String flag) {
    String key = "flag." + flag.toUpperCase(Locale.ROOT);
    return texts.has(key) ? flag + " " + text(key) : flag;
  }

  /**
   * A finding in one sentence, with the numbers of its evidence by name and factors by theirs; in
   * English as it was recorded, where the evidence lacks one of them.
   */
  public String finding(QualityRecord.Kind kind, Map<String, String> evidence, String recorded) {
    Matcher name = EVIDENCE.matcher(texts.pattern("finding." + kind.name()));
    StringBuilder sentence = new StringBuilder();
    while (name.find()) {
      String figure = evidence.get(name.group(1));
      if (figure == null) {
        return recorded;
      }
      boolean isFactor = name.group(1).equals("moved") || name.group(1).equals("wholeFactor");
      name.appendReplacement(
          sentence, Matcher.quoteReplacement(isFactor ? factor(figure) : figure));
    }
    return name.appendTail(sentence).toString();
  }

  /** The reason that a record gives in English, for people. */
  public String reason(String english) {
    return Reasons.in(this, english);
  }
}
