package io.touchline.domain.watch;

/**
 * One question to a logger for data that have not come.
 *
 * @param from minute at which the first slot begins
 * @param to minute at which the last slot ends
 * @param attempt from 1; with level and stretch it names the request
 */
public record HistoryRequest(DataLevel level, int from, int to, int attempt) {

  /** How it ended, as far as the next one depends on it. */
  public enum Outcome {
    /** The logger says that it is done; what is still missing then counts as an attempt. */
    DONE,
    /** No answer, or none that says anything of the data. */
    OPEN,
    /** The logger has no such data, or will not give it. */
    REFUSED
  }
}
