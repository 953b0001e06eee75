package io.touchline.ingest.door;

import java.util.List;

/**
 * Value of {@code TOPIC.verdicts}: what became of one record of the platform's topic. It is there
 * if and only if its frames are.
 *
 * @param frames one for each frame or stretch of other bytes in the record, in order
 */
record RecordVerdict(int schemaVersion, int partition, long offset, List<Frame> frames) {

  static final int SCHEMA_VERSION = 1;

  /** One of them; reason and detail are absent where it was accepted. */
  record Frame(String verdict, String mn, String reason, String detail) {
    static Frame of(Examined examined) {
      LineVerdict verdict = examined.verdict();
      return new Frame(verdict.word(), verdict.mn(), verdict.reason(), verdict.detail());
    }
  }
}
