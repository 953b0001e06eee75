package io.touchline.fleet.misbehaviour;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a misbehaviour does, by where it takes hold. */
sealed interface Deed {

  /**
   * Another segment; length and check code are right for it.
   *
   * @param change of the segment's bytes, one a character
   */
  record Text(Set<Occasion> on, TextChange change) implements Deed {}

  /** Another frame around the same segment, whatever the occasion. */
  record Around(PartsChange change) implements Deed {}

  /** Segments that go out beside each upload, each as a frame of its own. */
  record Beside(Companions companions) implements Deed {}

  /** How bytes are handed to the line. */
  record OnLine(Wire wire) implements Deed {}

  /** What the logger does otherwise. */
  record Manner() implements Deed {}

  /** A segment into another. */
  @FunctionalInterface
  interface TextChange {
    String of(String segment, Turn turn);
  }

  /** A frame into another. */
  @FunctionalInterface
  interface PartsChange {
    FrameParts of(FrameParts frame, Turn turn);
  }

  /** From the segment of an upload to all segments that go out, the upload among them. */
  @FunctionalInterface
  interface Companions {
    List<String> of(String segment, Turn turn);
  }

  static Deed upload(TextChange change) {
    return new Text(EnumSet.of(Occasion.UPLOAD), change);
  }

  static Deed answer(TextChange change) {
    return new Text(EnumSet.of(Occasion.ANSWER), change);
  }

  static Deed around(PartsChange change) {
    return new Around(change);
  }
}
