package io.touchline.fleet.fuzz;

import io.touchline.hj212.Dialect;
import java.util.SplittableRandom;

/**
 * One stream of a few frames, most of them made wrong, known by the seed of its run and its number:
 * the same two give the same bytes, cut in the same places.
 */
final class FuzzCase {

  private static final int MOST_FRAMES = 6;

  private final SplittableRandom random;
  private final byte[] stream;
  private final Dialect dialect;

  FuzzCase(long seed, long number) {
    this.random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
    Senders senders = new Senders(random);
    Mutations mutations = new Mutations(random, senders);
    byte[][] pieces = new byte[1 + random.nextInt(MOST_FRAMES)][];
    for (int i = 0; i < pieces.length; i++) {
      byte[] frame = senders.frame();
      boolean good = random.nextInt(4) == 0;
      pieces[i] = good ? frame : mutations.of(frame, senders.frame());
    }
    this.stream = Mutations.joined(pieces);
    this.dialect = random.nextInt(3) == 0 ? Dialect.STANDARD : senders.dialect();
  }

  byte[] stream() {
    return stream;
  }

  /** Returns the candidates and the accepted ones among them; throws what it finds. */
  Outcome run(Subject subject) {
    VerdictCheck verdicts = new VerdictCheck(subject);
    StreamCheck check = new StreamCheck(subject, verdicts, random);
    check.check(stream, dialect);
    return new Outcome(check.frames(), verdicts.accepted());
  }

  record Outcome(long frames, long accepted) {}
}
