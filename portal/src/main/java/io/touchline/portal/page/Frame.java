package io.touchline.portal.page;

import io.touchline.alerts.http.Caller;
import io.touchline.alerts.http.Role;
import java.util.List;
import java.util.function.Supplier;

/**
 * What surrounds every page.
 *
 * @param self the page's own address without the language, to poll and to switch language
 * @param caller who looks at it, null for who has not signed in
 * @param forms gives what every form of the page carries to prove that it is ours; asked only where
 *     there is a form, for it may set a cookie
 * @param css address of the style sheet, with its version
 * @param htmx address of htmx, with its version
 * @param icon address of the icon, with its version
 */
public record Frame(
    Words words,
    AsOf asOf,
    String self,
    Caller caller,
    Supplier<String> forms,
    String css,
    String htmx,
    String icon) {

  /** This page in the other language. */
  public String switchLink() {
    return self + (self.contains("?") ? "&" : "?") + "lang=" + words.language().other().code();
  }

  /** What every form of the page carries. */
  public String form() {
    return forms.get();
  }

  public boolean isSignedIn() {
    return caller != null;
  }

  /** Whether an officer or a supervisor looks at it. */
  public boolean isOfficer() {
    return isSignedIn() && (caller.role() == Role.OFFICER || caller.role() == Role.SUPERVISOR);
  }

  /** Where the bar leads. */
  public List<Room.Entry> entries() {
    return Room.entriesOf(isSignedIn() ? caller.role() : null);
  }

  /** Whether this page is, or lies below, an address. */
  public boolean isAt(String address) {
    if (address.equals(Links.PUBLIC) && self.startsWith(Links.PUBLIC_LISTS)) {
      return false;
    }
    return self.equals(address) || self.startsWith(address + "/") || self.startsWith(address + "?");
  }
}
