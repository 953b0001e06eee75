package io.touchline.app.replay;

import io.touchline.app.Texts;
import io.touchline.contract.SampleRecord;
import io.touchline.contract.Why;
import io.touchline.domain.ChinaTime;
import java.io.PrintWriter;

/** Says an answer to a person at a terminal. */
final class WhyText {

  private final PrintWriter out;

  WhyText(PrintWriter out) {
    this.out = out;
  }

  void print(WhyAnswer.Explained explained) {
    Why why = explained.why();
    out.println();
    String start = ChinaTime.format(why.start());
    out.println(Texts.get("why.head", why.mn(), why.factor(), why.period(), start));
    for (Why.Step step : why.steps()) {
      String clause = step.clause().isEmpty() ? "" : " [" + step.clause() + "]";
      out.println("  " + Texts.get("why.step." + step.kind()) + step.formula() + clause);
    }
    for (WhyAnswer.Proof proof : explained.frames()) {
      WhyAnswer.ReplayedFrame frame = proof.replayed();
      out.println(
          "  "
              + Texts.get(
                  "why.frame",
                  frame.line(),
                  ChinaTime.format(frame.receivedAt()),
                  proof.reference().hash()));
      out.println("    " + frame.frame());
    }
    for (SampleRecord sample : why.samples()) {
      String below = sample.qualifier() == null ? "" : sample.qualifier();
      out.println(
          "  "
              + Texts.get(
                  "why.sample",
                  ChinaTime.format(sample.from()),
                  below + sample.value() + ' ' + sample.unit(),
                  sample.kind(),
                  sample.id()));
    }
    for (Why.Revision revision : why.history()) {
      String verdict = revision.verdict() == null ? "-" : revision.verdict();
      out.println(
          "  "
              + Texts.get(
                  "why.revision",
                  revision.revision(),
                  revision.cause().wire(),
                  revision.value() == null ? "-" : revision.value(),
                  revision.converted() == null ? "-" : revision.converted(),
                  verdict));
    }
  }
}
