package io.touchline.portal.page;

import io.touchline.contract.QualityRecord;
import io.touchline.hj212.Factor;
import io.touchline.hj212.FactorCatalogue;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
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

  private final Language language;
  private final Properties messages = new Properties();

  private Words(Language language) {
    this.language = language;
    String file = "/io/touchline/portal/messages_" + language.code() + ".properties";
    try (Reader in =
        new InputStreamReader(Words.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      messages.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Words in(Language language) {
    return ALL.get(language);
  }

  public Language language() {
    return language;
  }

  public Set<String> keys() {
    return messages.stringPropertyNames();
  }

  /**
   * The text of a key with its arguments, in the notation of {@link MessageFormat}.
   *
   * @throws IllegalArgumentException where there is no such text
   */
  public String text(String key, Object... arguments) {
    String message = messages.getProperty(key);
    if (message == null) {
      throw new IllegalArgumentException("no text '" + key + "' in " + language);
    }
    return new MessageFormat(message, Locale.ROOT).format(arguments);
  }

  /** The text of a constant: {@code enum.standing.EXCEEDS}. */
  public String of(Enum<?> constant) {
    String kind = constant.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT);
    return text("enum." + kind + "." + constant.name());
  }

  /** A factor's name; its code where the catalogue has none. */
  public String factor(String code) {
    return FactorCatalogue.standard().find(code).map(this::name).orElse(code);
  }

  private String name(Factor factor) {
    return language == Language.ZH ? factor.zh() : factor.en();
  }

  /** The province of the first two digits of a GB/T 2260 code. */
  public String province(String code) {
    String key = "province." + code;
    return text(messages.containsKey(key) ? key : "province.unknown");
  }

  /** A flag of HJ 212-2017 table 8 with its meaning; the bare flag where it is none of them. */
  public String flag(String flag) {
    String key = "flag." + flag.toUpperCase(Locale.ROOT);
    return messages.containsKey(key) ? flag + " " + text(key) : flag;
  }

  /**
   * A finding in one sentence, with the numbers of its evidence by name and factors by theirs; in
   * English as it was recorded, where the evidence lacks one of them.
   */
  public String finding(QualityRecord.Kind kind, Map<String, String> evidence, String recorded) {
    Matcher name = EVIDENCE.matcher(messages.getProperty("finding." + kind.name()));
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
