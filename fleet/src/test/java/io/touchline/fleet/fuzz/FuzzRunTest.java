package io.touchline.fleet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.hj212.Dialect;
import io.touchline.hj212.Scan;
import io.touchline.hj212.Verdict;
import org.junit.jupiter.api.Test;

class FuzzRunTest {

  private static final int SOME_SECONDS = 200_000;
  private static final int SOME = 2_000;

  /** A fault names its seed and case, and shows the bytes: put both here to run it again. */
  @Test
  void libraryKeepsItsPromisesWhateverComes() throws InterruptedException {
    FuzzReport report = new FuzzRun(SOME_SECONDS, System.nanoTime(), 2, done -> {}).run();

    assertThat(report.faults()).isEmpty();
    assertThat(report.frames()).isGreaterThanOrEqualTo(SOME_SECONDS);
    assertThat(report.accepted()).as("frames that got past the check code").isGreaterThan(SOME);
  }

  @Test
  void scannerThatLosesAByteIsFoundOut() throws InterruptedException {
    FuzzReport report =
        fuzzed(
            new Broken() {
              @Override
              public Scan next(byte[] buffer, int from, int to, boolean endOfInput) {
                Scan scan = super.next(buffer, from, to, endOfInput);
                return scan instanceof Scan.Skipped skipped
                    ? new Scan.Skipped(skipped.from() + 1, skipped.to() + 1, skipped.reason())
                    : scan;
              }
            });

    assertThat(report.faults())
        .extracting(FuzzFault::what)
        .anyMatch(what -> what.contains("loses"));
  }

  @Test
  void scannerThatWaitsForEverIsFoundOut() throws InterruptedException {
    FuzzReport report =
        fuzzed(
            new Broken() {
              @Override
              public Scan next(byte[] buffer, int from, int to, boolean endOfInput) {
                return new Scan.NeedMore(from);
              }
            });

    assertThat(report.faults())
        .extracting(FuzzFault::what)
        .anyMatch(what -> what.contains("at the end"));
  }

  @Test
  void decoderThatThrowsIsFoundOutWithTheBytesItThrewAt() throws InterruptedException {
    FuzzReport report =
        fuzzed(
            new Broken() {
              @Override
              public Verdict decode(byte[] frame, boolean crlfMissing, Dialect dialect) {
                if (frame.length > 300) {
                  throw new IllegalStateException("too long for me");
                }
                return super.decode(frame, crlfMissing, dialect);
              }
            });

    assertThat(report.faults()).isNotEmpty();
    assertThat(report.faults().get(0).what()).contains("too long for me");
    assertThat(report.faults().get(0).input()).contains("##").hasSizeGreaterThan(300);
  }

  @Test
  void decoderThatTakesMemoryForWhatTheBytesSayIsFoundOut() throws InterruptedException {
    FuzzReport report =
        fuzzed(
            new Broken() {
              @Override
              public Verdict decode(byte[] frame, boolean crlfMissing, Dialect dialect) {
                return super.decode(
                    frame.length > 300 ? new byte[32 << 20] : frame, false, dialect);
              }
            });

    assertThat(report.faults())
        .extracting(FuzzFault::what)
        .anyMatch(what -> what.contains("memory"));
  }

  @Test
  void sameSeedGivesTheSameCases() throws InterruptedException {
    byte[] one = new FuzzCase(7, 42).stream();

    assertThat(new FuzzCase(7, 42).stream()).isEqualTo(one);
    assertThat(new FuzzCase(8, 42).stream()).isNotEqualTo(one);
  }

  private static FuzzReport fuzzed(Subject subject) throws InterruptedException {
    return new FuzzRun(subject, SOME, 1, 1, done -> {}).run();
  }

  /** The library with a fault. */
  private static class Broken implements Subject {
    private final Subject sound = Subject.library();

    @Override
    public Scan next(byte[] buffer, int from, int to, boolean endOfInput) {
      return sound.next(buffer, from, to, endOfInput);
    }

    @Override
    public Verdict decode(byte[] frame, boolean crlfMissing, Dialect dialect) {
      return sound.decode(frame, crlfMissing, dialect);
    }
  }
}
