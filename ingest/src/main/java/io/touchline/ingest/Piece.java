package io.touchline.ingest;

import io.touchline.hj212.Reason;

/**
 * One piece of a connection's stream, as {@link FrameSplitter} cut it. Every byte that is no blank
 * between frames is in exactly one piece.
 */
sealed interface Piece {

  byte[] bytes();

  /** Where in the stream of its connection it begins, from 0. */
  long position();

  /** What may be a frame. */
  @SuppressWarnings("ArrayRecordComponent") // Passed on and never compared.
  record Candidate(byte[] bytes, long position) implements Piece {}

  /**
   * Bytes that begin no frame.
   *
   * @param part which part of the skipped stretch it is, from 1
   * @param parts into how many parts the stretch was cut
   */
  @SuppressWarnings("ArrayRecordComponent") // Passed on and never compared.
  record Garbage(byte[] bytes, long position, Reason reason, int part, int parts)
      implements Piece {}
}
