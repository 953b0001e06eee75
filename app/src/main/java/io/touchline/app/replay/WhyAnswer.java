package io.touchline.app.replay;

import io.touchline.app.registry.Registry;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.SampleRecord;
import io.touchline.contract.Why;
import io.touchline.domain.FrameRef;
import io.touchline.hj212.EscapedLine;
import io.touchline.hj212.FrameDecoder;
import io.touchline.streams.FrameHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers, while a replay runs, what answers one question. */
final class WhyAnswer {

  /**
   * A frame of the outlet asked about.
   *
   * @param line where it stands in the file
   * @param frame its bytes, those beyond printable ASCII as {@code \xHH}
   */
  record ReplayedFrame(long line, Instant receivedAt, String frame) {}

  /** A proving frame as the record refers to it, and as it stands in the file. */
  record Proof(FrameRef reference, ReplayedFrame replayed) {}

  /** What is written to {@code why.json}. */
  record Explained(Why why, List<Proof> frames) {}

  private final WhyQuestion question;
  private final Map<String, ReplayedFrame> frames = new HashMap<>();
  private final List<MeansRecord.Factor> revisions = new ArrayList<>();
  private MeansRecord latest;

  WhyAnswer(WhyQuestion question) {
    this.question = question;
  }

  /** Keeps a frame that may prove the answer. */
  void frame(long line, Instant receivedAt, byte[] frame) {
    if (question.mn().equals(FrameDecoder.mnOf(frame))) {
      frames.putIfAbsent(
          FrameHash.of(frame), new ReplayedFrame(line, receivedAt, EscapedLine.of(frame)));
    }
  }

  /** Keeps a record of the period asked about. */
  void means(MeansRecord record) {
    if (!question.asksFor(record)) {
      return;
    }
    MeansRecord.Factor factor = record.factors().get(question.factor());
    if (factor != null) {
      latest = record;
      if (factor.revisedIn() == record.revision()) {
        revisions.add(factor);
      }
    }
  }

  /** The answer, empty where the replay gave no such mean. */
  Optional<Explained> explain(Registry registry) {
    if (latest == null) {
      return Optional.empty();
    }
    OutletRecord outlet =
        registry.outlets().stream()
            .filter(entry -> entry.mn().equals(question.mn()))
            .findFirst()
            .orElseThrow();
    List<SampleRecord> samples =
        registry.samples().stream().filter(one -> one.mn().equals(question.mn())).toList();
    Why why = Why.of(outlet, latest, question.factor(), revisions, samples);
    List<Proof> proofs =
        why.frames().stream().map(ref -> new Proof(ref, frames.get(ref.hash()))).toList();
    return Optional.of(new Explained(why, proofs));
  }
}
