package io.touchline.app;

/**
 * Something went wrong that a person can mend: its message is the whole text they see, and says
 * what, where and what to do. The stack trace is for {@code --debug}.
 */
public final class Complaint extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private Complaint(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** Exit code 1, "found a problem". */
  public static Complaint of(String key, Object... arguments) {
    return new Complaint(1, Texts.get(key, arguments), null);
  }

  public static Complaint because(Throwable cause, String key, Object... arguments) {
    return new Complaint(1, Texts.get(key, arguments), cause);
  }

  /** Exit code 2, "wrong usage": the same command line cannot succeed. */
  public static Complaint usage(String key, Object... arguments) {
    return new Complaint(2, Texts.get(key, arguments), null);
  }

  public int exitCode() {
    return exitCode;
  }
}
