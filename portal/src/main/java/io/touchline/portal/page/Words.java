package io.touchline.portal.page;

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

  /** A factor's name; its code where the catalogue has none. */
  public String factor(String code) {
    return texts.factor(code);
  }

  /** The province of the first two digits of a GB/T 2260 code. */
  public String province(String code) {
    String key = "province." + code;
    return text(texts.has(key) ? key : "province.unknown");
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
