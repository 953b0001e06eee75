package io.touchline.app;

import java.io.PrintWriter;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command line that cannot be understood: one sentence and where to read on. Exit code 2. */
final class UsageErrors implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("touchline: " + sentence(failure, command));
    err.println(Texts.get("usage.more", command.getCommandSpec().qualifiedName()));
    err.flush();
    return CommandLine.ExitCode.USAGE;
  }

  private static String sentence(ParameterException failure, CommandLine command) {
    if (failure instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      String first = unmatched.getUnmatched().get(0);
      if (!command.getSubcommands().isEmpty() && !first.startsWith("-")) {
        return Texts.get("usage.command", first, commands(command));
      }
      return Texts.get("usage.unmatched", first);
    }
    boolean runsNothing = !(command.getCommandSpec().userObject() instanceof Callable);
    if (runsNothing && !command.getSubcommands().isEmpty() && failure.getArgSpec() == null) {
      return Texts.get("usage.noCommand", commands(command));
    }
    if (failure instanceof MissingParameterException missing) {
      String labels =
          missing.getMissing().stream()
              .map(argument -> argument.isOption() ? name(argument) : argument.paramLabel())
              .collect(Collectors.joining(", "));
      return Texts.get("usage.missing", labels);
    }
    if (failure.getArgSpec() != null) {
      return Texts.get(
          "usage.value", name(failure.getArgSpec()), String.valueOf(failure.getValue()));
    }
    return Texts.get("usage.wrong", failure.getMessage());
  }

  private static String name(CommandLine.Model.ArgSpec argument) {
    return argument instanceof CommandLine.Model.OptionSpec option
        ? option.longestName()
        : argument.paramLabel();
  }

  private static String commands(CommandLine command) {
    return String.join(", ", new TreeSet<>(command.getSubcommands().keySet()));
  }
}
