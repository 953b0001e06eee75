package io.touchline.portal.page;

import io.touchline.alerts.http.Role;
import java.util.List;

/**
 * What the sign-in page says.
 *
 * @param to address to go on to
 * @param login as it was typed, null at first
 * @param refused whether login and password were none
 * @param demo accounts to use with one click, empty but in a demo
 * @param outlets how many the registry knows
 * @param accounts whether anybody has one
 */
public record SignInPage(
    String to, String login, boolean refused, List<Demo> demo, int outlets, boolean accounts) {

  /** A form of one button. */
  public record Demo(String login, String password, Role role) {}

  /** Whether the installation is new: then the page says what to do next. */
  public boolean isNew() {
    return outlets == 0 || !accounts;
  }
}
