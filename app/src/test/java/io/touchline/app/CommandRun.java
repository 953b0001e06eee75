package io.touchline.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

/** One run of the command line in this process, in English. */
public record CommandRun(int exitCode, String out, String err) {

  public static CommandRun of(String... arguments) {
    Texts.speak(Locale.ENGLISH);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Touchline.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
            .execute(arguments);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }
}
