package io.touchline.domain.distrust;

import io.touchline.domain.ArithmeticMean;
import io.touchline.domain.Decimal;
import io.touchline.domain.FactorMean;
import io.touchline.domain.InletChannel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The volume of a week at the outlet lies more than 30 % from that at the inlet of the treatment
 * (rule sheet 7.12: measured flow against another; the list names fuel and production, which no
 * logger sends). A week is long enough for tanks to even out; only hours with both volumes count,
 * and five days of them are needed. Weeks are those of the calendar month, and those that follow
 * each other and lie to the same side are one finding. Where the inlet's volume is not measured
 * nobody can tell.
 */
final class FlowBalanceDetector implements Detector {

  /** One hour that flowed in and out. */
  private record Passed(Instant start, Decimal in, Decimal out) {}

  @Override
  public List<Suspicion> find(String factor, HourSeries series) {
    SortedMap<Instant, List<Passed>> weeks = new TreeMap<>();
    series
        .hours()
        .forEach(
            (start, means) -> {
              Decimal in = volume(means.get(InletChannel.of(factor)));
              Decimal out = volume(means.get(factor));
              if (in != null && out != null) {
                weeks
                    .computeIfAbsent(Weeks.startOf(start), week -> new ArrayList<>())
                    .add(new Passed(start, in, out));
              }
            });
    List<Suspicion> found = new ArrayList<>();
    List<Passed> run = new ArrayList<>();
    Instant next = null;
    for (Map.Entry<Instant, List<Passed>> week : weeks.entrySet()) {
      if (isOff(week.getValue())) {
        boolean goesOn = week.getKey().equals(next) && isMoreOut(run) == isMoreOut(week.getValue());
        if (!goesOn) {
          add(found, factor, run);
          run = new ArrayList<>();
        }
        run.addAll(week.getValue());
        next = week.getKey().plus(Weeks.WEEK);
      }
    }
    add(found, factor, run);
    return found;
  }

  private static Decimal volume(FactorMean flow) {
    return flow != null && flow.validity().isValid() ? flow.amount() : null;
  }

  private static boolean isOff(List<Passed> week) {
    BigDecimal in = in(week).number();
    BigDecimal allowed = in.multiply(Figure.BALANCE_PERCENT.number().number()).movePointLeft(2);
    return week.size() >= Figure.BALANCE_HOURS.hours()
        && in.signum() > 0
        && out(week).number().subtract(in).abs().compareTo(allowed) > 0;
  }

  private static boolean isMoreOut(List<Passed> hours) {
    return out(hours).exceeds(in(hours));
  }

  private static Decimal in(List<Passed> hours) {
    return ArithmeticMean.sum(hours.stream().map(Passed::in).toList());
  }

  private static Decimal out(List<Passed> hours) {
    return ArithmeticMean.sum(hours.stream().map(Passed::out).toList());
  }

  private static void add(List<Suspicion> found, String factor, List<Passed> run) {
    if (run.isEmpty()) {
      return;
    }
    Decimal in = in(run);
    Decimal out = out(run);
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("hours", Integer.toString(run.size()));
    evidence.put("in", in.toString());
    evidence.put("out", out.toString());
    evidence.put("percent", HourSeries.percent(out.number(), in.number()).toString());
    found.add(
        new Suspicion(
            Suspicion.Kind.FLOW_BALANCE,
            factor,
            run.get(0).start(),
            run.get(run.size() - 1).start().plus(HourSeries.HOUR),
            HourSeries.score(run.size(), Weeks.IN_A_MONTH * Weeks.WEEK.toHours()),
            evidence));
  }
}
