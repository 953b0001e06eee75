package io.touchline.app.replay;

import io.touchline.app.Texts;
import io.touchline.app.replay.Backtest.ChangedMean;
import io.touchline.app.replay.Backtest.ChangedSum;
import io.touchline.contract.Json;
import io.touchline.domain.ChinaTime;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A backtest for people, and as {@code backtest.jsonl}. */
final class BacktestText {

  private static final int MOST_LINES = 50;
  private static final String NOTHING = "–";

  private BacktestText() {}

  /** One changed verdict a line: first the means, then the sums. */
  static void write(Path directory, Backtest backtest) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(directory.resolve("backtest.jsonl"))) {
      for (Object change :
          Stream.concat(backtest.means().stream(), backtest.sums().stream()).toList()) {
        out.write(Json.text(change));
        out.write('\n');
      }
    }
  }

  static void print(PrintWriter out, Backtest backtest) {
    List<String> lines =
        Stream.concat(
                backtest.means().stream().map(BacktestText::line),
                backtest.sums().stream().map(BacktestText::line))
            .toList();
    lines.stream().limit(MOST_LINES).forEach(out::println);
    if (lines.size() > MOST_LINES) {
      out.println(Texts.get("backtest.more", Integer.toString(lines.size() - MOST_LINES)));
    }
    out.println(
        Texts.get(
            "backtest.means",
            Integer.toString(backtest.means().size()),
            Long.toString(backtest.means().stream().filter(ChangedMean::wouldExceed).count()),
            Long.toString(
                backtest.means().stream().filter(ChangedMean::wouldNoLongerExceed).count()),
            Long.toString(
                backtest.means().stream()
                    .filter(ChangedMean::wouldExceed)
                    .map(change -> change.mean().mn())
                    .distinct()
                    .count())));
    long over = backtest.sums().stream().filter(ChangedSum::wouldExceed).count();
    out.println(
        Texts.get(
            "backtest.sums", Long.toString(over), Long.toString(backtest.sums().size() - over)));
  }

  private static String line(ChangedMean change) {
    Verdicts.Mean mean = change.mean();
    return Texts.get(
        "backtest.mean",
        mean.mn(),
        Texts.get("averaging." + mean.period().name()),
        ChinaTime.format(mean.start()),
        mean.factor(),
        text(change.was()),
        text(change.would()));
  }

  private static String text(Verdicts.Held held) {
    return held == null
        ? Texts.get("backtest.noLimit")
        : Texts.get(
            "backtest.held",
            Texts.get("verdict." + held.verdict()),
            held.judged() == null ? NOTHING : held.judged().toString(),
            held.limit());
  }

  private static String line(ChangedSum change) {
    Verdicts.Sum sum = change.sum();
    return Texts.get(
        "backtest.sum",
        sum.id(),
        Texts.get("total." + sum.period()),
        ChinaTime.format(sum.start()),
        sum.factor(),
        text(change.was()),
        text(change.would()));
  }

  private static String text(Verdicts.Used used) {
    return used == null
        ? Texts.get("backtest.noAmount")
        : Texts.get("backtest.used", tonnes(used.massMg()), tonnes(used.permittedMg()));
  }

  private static String tonnes(long milligrams) {
    return BigDecimal.valueOf(milligrams, 9).stripTrailingZeros().toPlainString();
  }
}
