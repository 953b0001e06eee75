package io.touchline.app.demo;

import io.touchline.app.Texts;
import io.touchline.app.demo.TopicsTally.Counted;
import io.touchline.contract.ExceedanceRecord.State;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.TreeSet;

/**
 * What a demo did: a table of this run and of all runs on the directory. The first column is for
 * programs and never changes; the last is for people.
 */
record DemoSummary(FleetTotals.Both fleet, TopicsTally.Both topics) {

  /** Whether every upload that was acknowledged in this run is in the evidence. */
  boolean holds() {
    return topics.run().packets() >= fleet.run().acknowledged();
  }

  void print(PrintWriter out) {
    out.printf(Locale.ROOT, "%-28s %14s %14s  %s%n", "", text("run"), text("total"), "");
    row(out, "sent", fleet.run().sent(), fleet.total().sent(), text("sent"));
    row(
        out,
        "acknowledged",
        fleet.run().acknowledged(),
        fleet.total().acknowledged(),
        text("acknowledged"));
    row(out, "resent", fleet.run().resent(), fleet.total().resent(), text("resent"));
    row(out, "garbled", fleet.run().garbled(), fleet.total().garbled(), text("garbled"));
    Counted run = topics.run();
    Counted total = topics.total();
    row(out, "packets", run.packets(), total.packets(), text("packets"));
    row(out, "quarantined", sum(run), sum(total), text("quarantined"));
    for (String reason : new TreeSet<>(total.quarantined().keySet())) {
      row(
          out,
          "  " + reason,
          run.quarantined().getOrDefault(reason, 0L),
          total.quarantined().get(reason),
          "");
    }
    row(out, "hours-judged", run.hoursJudged(), total.hoursJudged(), text("hours"));
    for (State state : State.values()) {
      row(
          out,
          "exceedances-" + state.name().toLowerCase(Locale.ROOT),
          run.episodes().getOrDefault(state, 0L),
          total.episodes().getOrDefault(state, 0L),
          text("exceedances." + state));
    }
    out.println(text(holds() ? "holds" : "broken"));
  }

  private static long sum(Counted counted) {
    return counted.quarantined().values().stream().mapToLong(Long::longValue).sum();
  }

  private static void row(PrintWriter out, String name, long run, long total, String text) {
    out.printf(Locale.ROOT, "%-28s %14d %14d  %s%n", name, run, total, text);
  }

  private static String text(String key) {
    return Texts.get("demo.summary." + key);
  }
}
