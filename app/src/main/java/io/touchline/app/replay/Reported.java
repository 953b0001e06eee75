package io.touchline.app.replay;

import io.touchline.contract.MarkRecord;
import io.touchline.contract.SampleRecord;
import io.touchline.streams.OfflineJournal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Queue;

/**
 * What people report beside the frames, told to a journal when it became known: a mark from the
 * moment at which it was set, a sample from its report on.
 */
public final class Reported {

  private final OfflineJournal journal;
  private final Queue<MarkRecord> marks;
  private final Queue<SampleRecord> samples;

  public Reported(
      OfflineJournal journal, Collection<MarkRecord> marks, Collection<SampleRecord> samples) {
    this.journal = journal;
    this.marks =
        new ArrayDeque<>(
            marks.stream().sorted(Comparator.comparing(MarkRecord::markedAt)).toList());
    this.samples =
        new ArrayDeque<>(
            samples.stream().sorted(Comparator.comparing(SampleRecord::reportedAt)).toList());
  }

  /** Tells what became known until then and was not told yet. */
  public void knownUntil(Instant moment) {
    while (!marks.isEmpty() && !marks.peek().markedAt().isAfter(moment)) {
      MarkRecord mark = marks.remove();
      journal.mark(mark, mark.markedAt());
    }
    while (!samples.isEmpty() && !samples.peek().reportedAt().isAfter(moment)) {
      SampleRecord sample = samples.remove();
      journal.sample(sample, sample.reportedAt());
    }
  }
}
