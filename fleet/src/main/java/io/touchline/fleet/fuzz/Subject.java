package io.touchline.fleet.fuzz;

import io.touchline.hj212.Dialect;
import io.touchline.hj212.FrameDecoder;
import io.touchline.hj212.FrameScanner;
import io.touchline.hj212.Scan;
import io.touchline.hj212.Verdict;

/** What is fuzzed: the library, or in a test a library with a fault. */
interface Subject {

  /** Largest segment of a frame that the scanner waits for. */
  int MOST = FrameScanner.MAX_SEGMENT;

  Scan next(byte[] buffer, int from, int to, boolean endOfInput);

  Verdict decode(byte[] frame, boolean crlfMissing, Dialect dialect);

  /** The library as it is. */
  static Subject library() {
    FrameScanner scanner = new FrameScanner();
    FrameDecoder decoder = new FrameDecoder();
    return new Subject() {
      @Override
      public Scan next(byte[] buffer, int from, int to, boolean endOfInput) {
        return scanner.next(buffer, from, to, endOfInput);
      }

      @Override
      public Verdict decode(byte[] frame, boolean crlfMissing, Dialect dialect) {
        return decoder.decode(frame, crlfMissing, dialect);
      }
    };
  }
}
