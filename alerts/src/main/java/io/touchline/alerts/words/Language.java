package io.touchline.alerts.words;

/** A language that people are spoken to in. Chinese is the one that they get unless they ask. */
public enum Language {
  ZH("zh", "zh-CN"),
  EN("en", "en");

  private final String code;
  private final String tag;

  Language(String code, String tag) {
    this.code = code;
    this.tag = tag;
  }

  /** As it stands in the address and the cookie. */
  public String code() {
    return code;
  }

  /** For {@code lang} attributes. */
  public String tag() {
    return tag;
  }

  public Language other() {
    return this == ZH ? EN : ZH;
  }

  /** The language of a code; Chinese where it is none. */
  public static Language of(String code) {
    return EN.code.equals(code) ? EN : ZH;
  }
}
