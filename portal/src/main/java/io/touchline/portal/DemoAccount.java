package io.touchline.portal;

import io.touchline.alerts.http.Role;

/** An account that the sign-in page of a demo offers with one click. Never of an installation. */
public record DemoAccount(String login, String password, Role role) {

  @Override
  public String toString() {
    return login;
  }
}
