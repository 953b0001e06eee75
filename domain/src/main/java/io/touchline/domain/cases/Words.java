package io.touchline.domain.cases;

/** Whether something was said. */
final class Words {

  private Words() {}

  static boolean said(String text) {
    return text != null && !text.isBlank();
  }
}
