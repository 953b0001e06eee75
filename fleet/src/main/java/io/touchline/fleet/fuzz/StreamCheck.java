package io.touchline.fleet.fuzz;

import io.touchline.hj212.Dialect;
import io.touchline.hj212.Scan;
import java.util.SplittableRandom;

/**
 * Feeds one stream to the scanner in pieces as a socket would, each candidate to the decoder, and
 * holds the promises of a stream: every byte comes out once and in order, in a candidate or a
 * skipped stretch, but for blanks between them; every step gets on; and never more than the longest
 * frame is kept while waiting.
 */
final class StreamCheck {

  /** Bytes around the longest segment, see {@link io.touchline.hj212.FrameScanner}. */
  private static final int OVERHEAD = 12;

  private final Subject subject;
  private final VerdictCheck verdicts;
  private final SplittableRandom random;

  private long frames;

  StreamCheck(Subject subject, VerdictCheck verdicts, SplittableRandom random) {
    this.subject = subject;
    this.verdicts = verdicts;
    this.random = random;
  }

  /** Candidates that came out so far. */
  long frames() {
    return frames;
  }

  void check(byte[] stream, Dialect dialect) {
    int at = 0;
    int came = 0;
    while (came < stream.length) {
      came = Math.min(stream.length, came + 1 + random.nextInt(1500));
      at = drain(stream, at, came, came == stream.length, dialect);
    }
  }

  /** All steps over what has come; the position behind which bytes are still awaited. */
  private int drain(byte[] stream, int from, int to, boolean endOfInput, Dialect dialect) {
    int at = from;
    while (true) {
      Scan scan = subject.next(stream, at, to, endOfInput);
      if (scan instanceof Scan.NeedMore more) {
        blanks(stream, at, more.keepFrom());
        int kept = to - more.keepFrom();
        BrokenPromise.unless(kept >= 0 && kept <= Subject.MOST + OVERHEAD, "keeps " + kept);
        BrokenPromise.unless(!endOfInput || kept == 0, "loses " + kept + " bytes at the end");
        return more.keepFrom();
      }
      if (scan instanceof Scan.Frame frame) {
        step(stream, at, frame.from(), frame.to(), to);
        frames++;
        verdicts.check(frame.copyOf(stream), frame.crlfMissing(), dialect);
        at = frame.to();
      } else {
        Scan.Skipped skipped = (Scan.Skipped) scan;
        step(stream, at, skipped.from(), skipped.to(), to);
        at = skipped.to();
      }
    }
  }

  private static void step(byte[] stream, int at, int from, int past, int to) {
    BrokenPromise.unless(past > from && past <= to, "goes from " + from + " to " + past);
    blanks(stream, at, from);
  }

  /** Nothing but blanks and line breaks is passed over. */
  private static void blanks(byte[] stream, int from, int to) {
    BrokenPromise.unless(to >= from, "goes back from " + from + " to " + to);
    for (int i = from; i < to; i++) {
      byte b = stream[i];
      BrokenPromise.unless(
          b == ' ' || b == '\t' || b == '\r' || b == '\n', "loses the byte at " + i);
    }
  }
}
