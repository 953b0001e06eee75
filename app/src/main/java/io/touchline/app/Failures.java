package io.touchline.app;

import java.io.PrintWriter;

/** Tells a person what went wrong; the stack trace is for those who asked for it. */
final class Failures {

  private final boolean debug;

  Failures(boolean debug) {
    this.debug = debug;
  }

  int exitCode(Throwable failure, PrintWriter err) {
    if (failure instanceof Complaint complaint) {
      err.println("touchline: " + complaint.getMessage());
    } else {
      String name = failure.getClass().getSimpleName();
      err.println("touchline: " + Texts.get("failure", name + ": " + failure.getMessage()));
    }
    if (debug) {
      failure.printStackTrace(err);
    }
    err.flush();
    return failure instanceof Complaint complaint ? complaint.exitCode() : 1;
  }
}
