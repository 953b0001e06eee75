package io.touchline.app;

import io.touchline.fleet.FleetException;
import io.touchline.ingest.GatewayStartException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Tells a person what went wrong; the stack trace is for those who asked for it. */
final class Failures {

  private final boolean debug;

  Failures(boolean debug) {
    this.debug = debug;
  }

  int exitCode(Throwable failure, PrintWriter err) {
    err.println("touchline: " + sentence(failure));
    if (debug) {
      failure.printStackTrace(err);
    }
    err.flush();
    return isUsage(failure) ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
  }

  private static String sentence(Throwable failure) {
    if (failure instanceof Complaint complaint) {
      return complaint.getMessage();
    }
    if (failure instanceof FleetException fleet) {
      return fleet.text(Texts.locale());
    }
    if (failure instanceof GatewayStartException gateway) {
      return gateway.text(Texts.locale());
    }
    return Texts.get("failure", failure.getClass().getSimpleName() + ": " + failure.getMessage());
  }

  private static boolean isUsage(Throwable failure) {
    return (failure instanceof Complaint complaint
            && complaint.exitCode() == CommandLine.ExitCode.USAGE)
        || (failure instanceof FleetException fleet && fleet.fault() == FleetException.Fault.USAGE);
  }
}
