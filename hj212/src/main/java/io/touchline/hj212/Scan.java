package io.touchline.hj212;

import java.util.Arrays;

/**
 * One step of {@link FrameScanner}. All positions are indexes of the buffer that was given to it.
 */
public sealed interface Scan {

  /**
   * A candidate for {@link FrameDecoder}, {@code ##} to the end of its line break, where there is
   * one; or a damaged piece that the decoder is to reject.
   *
   * @param crlfMissing whether the byte after the check code has come and is no line break; false
   *     while nothing has come after it
   */
  record Frame(int from, int to, boolean crlfMissing) implements Scan {
    /** The candidate's bytes, copied out of the buffer it was found in. */
    public byte[] copyOf(byte[] buf) {
      return Arrays.copyOfRange(buf, from, to);
    }
  }

  /** Bytes that begin no frame. They are evidence too: keep them, with the reason. */
  record Skipped(int from, int to, Reason reason) implements Scan {
    /** The skipped bytes, copied out of the buffer they were found in. */
    public byte[] copyOf(byte[] buf) {
      return Arrays.copyOfRange(buf, from, to);
    }
  }

  /**
   * Nothing more can be said before further bytes come. Bytes before {@code keepFrom} are done
   * with. At the end of input it means that all is consumed, and {@code keepFrom} is the end.
   */
  record NeedMore(int keepFrom) implements Scan {}
}
