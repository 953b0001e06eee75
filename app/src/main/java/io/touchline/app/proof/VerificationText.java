package io.touchline.app.proof;

import io.touchline.app.Texts;
import io.touchline.contract.VerificationRecord;
import io.touchline.contract.VerificationRecord.Difference;
import io.touchline.domain.FrameRef;
import java.io.PrintWriter;
import java.util.List;

/** Says to a person at a terminal what came of verifying a case. */
final class VerificationText {

  private static final int MOST_DIFFERENCES = 50;
  private static final int MOST_FRAMES = 3;
  private static final String NOTHING = "–";

  private final PrintWriter out;

  VerificationText(PrintWriter out) {
    this.out = out;
  }

  void print(VerificationRecord verified) {
    out.println(Texts.get("verify.verdict." + verified.verdict(), verified.caseId()));
    out.println(
        Texts.get(
            "verify.counts",
            Integer.toString(verified.events()),
            Integer.toString(verified.frames()),
            Integer.toString(verified.figures())));
    if (verified.seal() != null) {
      out.println(
          verified.seal().signed()
              ? Texts.get("verify.signed", verified.seal().fingerprint())
              : Texts.get("verify.unsigned"));
    }
    List<Difference> differences = verified.differences();
    differences.stream().limit(MOST_DIFFERENCES).forEach(this::print);
    if (differences.size() > MOST_DIFFERENCES) {
      out.println(
          Texts.get("verify.more", Integer.toString(differences.size() - MOST_DIFFERENCES)));
    }
    verified.notDerived().forEach(id -> out.println("  " + Texts.get("verify.notDerived", id)));
    verified.later().forEach(what -> out.println("  " + Texts.get("verify.later", what)));
  }

  private void print(Difference difference) {
    out.println(
        "  "
            + Texts.get(
                "verify.difference",
                Texts.get("verify.kind." + difference.kind()),
                difference.of(),
                difference.figure() == null ? "" : difference.figure(),
                orNothing(difference.was()),
                orNothing(difference.is())));
    difference.frames().stream().limit(MOST_FRAMES).forEach(this::print);
  }

  private void print(FrameRef frame) {
    out.println(
        "    "
            + Texts.get(
                "verify.frame",
                frame.topic(),
                Integer.toString(frame.partition()),
                Long.toString(frame.offset()),
                frame.hash()));
  }

  private static String orNothing(String text) {
    return text == null ? NOTHING : text;
  }
}
