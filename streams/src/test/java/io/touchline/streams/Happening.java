package io.touchline.streams;

import io.touchline.contract.MarkRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.PermitsRecord;
import io.touchline.contract.SampleRecord;
import java.time.Instant;

/** One thing that reaches a journal. */
sealed interface Happening {

  /** The stamp of its record: when the gateway had it, or when it became known. */
  Instant at();

  /** A frame, and what it is the whole or a part of. */
  record FrameCame(SentUpload upload, byte[] frame, Instant at) implements Happening {

    static FrameCame whole(SentUpload upload, Instant at) {
      return new FrameCame(upload, upload.whole(), at);
    }
  }

  /** An entry of the registry; of those of one outlet the last stands. */
  record EntryCame(OutletRecord entry, Instant at) implements Happening {}

  /** What an enterprise may emit; of several the last stands. */
  record PermitsCame(PermitsRecord permits, Instant at) implements Happening {}

  /** A version of an operator's mark. */
  record MarkCame(MarkRecord mark) implements Happening {
    @Override
    public Instant at() {
      return mark.markedAt();
    }
  }

  /** A version of a sample. */
  record SampleCame(SampleRecord sample) implements Happening {
    @Override
    public Instant at() {
      return sample.reportedAt();
    }
  }
}
