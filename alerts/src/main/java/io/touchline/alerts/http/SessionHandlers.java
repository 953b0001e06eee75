package io.touchline.alerts.http;

import io.javalin.http.Context;

/** Signing in and out. */
final class SessionHandlers {

  static final String BEARER = "Bearer ";

  record SignIn(String login, String password) {}

  private final Accounts accounts;

  SessionHandlers(Accounts accounts) {
    this.accounts = accounts;
  }

  Object open(Context ctx, Caller nobody) {
    SignIn in = Requests.body(ctx, SignIn.class);
    if (in.login() == null || in.password() == null) {
      throw new Refusal(400, "a sign-in has login and password");
    }
    return accounts
        .open(in.login(), in.password())
        .orElseThrow(
            () ->
                new Refusal(
                    401, "login or password is wrong, or the account is locked for a while"));
  }

  Object close(Context ctx, Caller caller) {
    accounts.close(ctx.header("Authorization").substring(BEARER.length()));
    return null;
  }
}
