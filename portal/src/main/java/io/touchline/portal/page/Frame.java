package io.touchline.portal.page;

/**
 * What surrounds every page.
 *
 * @param self the page's own address without the language, to poll and to switch language
 * @param css address of the style sheet, with its version
 * @param htmx address of htmx, with its version
 * @param icon address of the icon, with its version
 */
public record Frame(Words words, AsOf asOf, String self, String css, String htmx, String icon) {

  /** This page in the other language. */
  public String switchLink() {
    return self + (self.contains("?") ? "&" : "?") + "lang=" + words.language().other().code();
  }
}
