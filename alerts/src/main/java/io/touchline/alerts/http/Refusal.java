package io.touchline.alerts.http;

/** What a request is answered with that cannot be done; the message is for the caller. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  Refusal(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  static Refusal notFound(String what) {
    return new Refusal(404, what + " is not there, or is not yours to see");
  }

  int status() {
    return status;
  }
}
