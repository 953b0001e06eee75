package io.touchline.streams;

/**
 * How far the state of a journal is restored from its changelogs.
 *
 * @param restored records taken over so far
 * @param total records there were when each store began
 */
public record RestoreProgress(long restored, long total) {

  public boolean isRestoring() {
    return restored < total;
  }

  /** Of what there is to restore; 100 where nothing is. */
  public int percent() {
    return isRestoring() ? (int) (100 * restored / total) : 100;
  }
}
