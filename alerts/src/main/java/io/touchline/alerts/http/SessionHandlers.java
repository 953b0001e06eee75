package io.touchline.alerts.http;

import io.javalin.http.Context;

/** Signing in and out. */
final class SessionHandlers {

  static final String BEARER = "Bearer ";

  /**
   * Who comes in.
   *
   * @param code of the second factor, absent where the account has none
   */
  record SignIn(String login, String password, String code) {}

  /**
   * A second factor as it is shown once.
   *
   * @param address what an application reads as a picture
   */
  record SecondFactor(String secret, String address) {}

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
        .open(in.login(), in.password(), in.code())
        .orElseThrow(
            () ->
                new Refusal(
                    401, "login, password or code is wrong, or the account is locked for a while"));
  }

  Object close(Context ctx, Caller caller) {
    accounts.close(ctx.header("Authorization").substring(BEARER.length()));
    return null;
  }

  Object addSecondFactor(Context ctx, Caller caller) {
    String login = ctx.pathParam("login");
    String secret =
        accounts.addSecondFactor(login).orElseThrow(() -> Refusal.notFound("account " + login));
    return new SecondFactor(
        secret, "otpauth://totp/Touchline:" + login + "?secret=" + secret + "&issuer=Touchline");
  }

  Object removeSecondFactor(Context ctx, Caller caller) {
    String login = ctx.pathParam("login");
    if (!accounts.removeSecondFactor(login)) {
      throw Refusal.notFound("account " + login);
    }
    return null;
  }
}
