package io.touchline.domain.cases;

/** What a decision may impose. */
public enum Measure {
  /** 限制生产. */
  LIMIT("限制生产", "production restriction"),
  /** 停产整治. */
  STOP("停产整治", "suspension of production for rectification"),
  /** 处罚而不予停产: penalised and spared the stop. */
  EXEMPT("不予停产", "penalty without suspension"),
  /** 责令停业、关闭, by the people's government alone. */
  CLOSURE("责令停业、关闭", "closure");

  private final String chinese;
  private final String english;

  Measure(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }
}
