package io.touchline.fleet.source;

import io.touchline.domain.Medium;
import io.touchline.fleet.source.Reported.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The waste water of an outfall, stored by ten minutes. */
final class WasteWater implements Discharge {

  private static final int MINUTES = 10;

  private final Map<String, Instrument> instruments = new LinkedHashMap<>();
  private final PeriodRule rule;

  WasteWater(List<Instrument> instruments) {
    instruments.forEach(each -> this.instruments.put(each.traits().factor(), each));
    this.rule = new PeriodRule(Medium.WATER, this.instruments);
  }

  @Override
  public int minutesPerPart() {
    return MINUTES;
  }

  @Override
  public PeriodRule rule() {
    return rule;
  }

  @Override
  public Map<String, Reported> part(long minute) {
    Map<String, Long> means = new LinkedHashMap<>();
    instruments.forEach((factor, each) -> means.put(factor, each.value(minute)));
    long volume = rule.volume(means, MINUTES);
    Map<String, Reported> part = new LinkedHashMap<>();
    means.forEach(
        (factor, mean) -> {
          Instrument each = instruments.get(factor);
          long least = Math.max(mean - each.spread(minute, 0), 0);
          Span measured = new Span(mean, least, mean + each.spread(minute, 1));
          long amount = rule.amount(factor, mean, volume);
          part.put(factor, new Reported(measured, null, amount, each.flag(minute)));
        });
    return part;
  }

  @Override
  public Map<String, Reported> moment(long minute, int second) {
    Map<String, Reported> moment = new LinkedHashMap<>();
    instruments.forEach(
        (factor, each) ->
            moment.put(
                factor,
                new Reported(Span.at(each.reading(minute, second)), null, 0, each.flag(minute))));
    return moment;
  }
}
