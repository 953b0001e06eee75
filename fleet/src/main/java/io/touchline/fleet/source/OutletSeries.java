package io.touchline.fleet.source;

import io.touchline.domain.Medium;
import io.touchline.fleet.logger.FactorFields;
import io.touchline.hj212.Edition;
import io.touchline.hj212.Factor;
import io.touchline.hj212.FactorCatalogue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the logger of one outlet uploads: a function of outlet, kind, time and seed alone. An hour
 * is made of the very minutes that go out, a day of the very hours. Not for use by several threads.
 */
public final class OutletSeries {

  /** Cou is sent in kg to the milligram, in m³ to the litre. */
  private static final int AMOUNT_DECIMALS = 6;

  private static final int LITRES_DECIMALS = 3;
  private static final int RECENT_HOURS = 30;

  private final SimulatedOutlet outlet;
  private final Discharge discharge;
  private final Map<String, InstrumentTraits> traits = new HashMap<>();

  /** By first minute: a day is asked for soon after its hours. */
  private final Map<Long, Map<String, Reported>> recentHours =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Map<String, Reported>> eldest) {
          return size() > RECENT_HOURS;
        }
      };

  public OutletSeries(SimulatedOutlet outlet, long seed) {
    this.outlet = outlet;
    List<Effect> effects = Catalogue.effects(outlet.behaviour());
    List<Instrument> instruments = new ArrayList<>();
    for (InstrumentTraits each : Catalogue.instruments(outlet)) {
      traits.put(each.factor(), each);
      instruments.add(new Instrument(outlet.mn(), each, typical(each), effects, seed));
    }
    this.discharge =
        outlet.medium() == Medium.AIR
            ? new FlueGas(instruments, outlet.area(), outlet.referenceOxygen())
            : new WasteWater(instruments);
  }

  private long typical(InstrumentTraits each) {
    BigDecimal level =
        switch (each.typical()) {
          case "@flow" -> outlet.flow();
          case "@pressure" -> outlet.pressure();
          case "@derived" -> BigDecimal.ZERO;
          default -> new BigDecimal(each.typical());
        };
    return level
        .setScale(each.decimals(), RoundingMode.UNNECESSARY)
        .unscaledValue()
        .longValueExact();
  }

  /** The fields of one upload, by the start of its period or the moment of sampling. */
  public List<FactorFields> fields(UploadKind kind, Instant start) {
    List<FactorFields> fields = new ArrayList<>();
    Map<String, Reported> reported = reported(kind, start);
    outlet.factors().forEach(each -> fields.add(fields(kind, each, reported.get(each))));
    return fields;
  }

  private Map<String, Reported> reported(UploadKind kind, Instant start) {
    long minute = Civil.minute(start);
    return switch (kind) {
      case REAL_TIME -> discharge.moment(minute, (int) Math.floorMod(start.getEpochSecond(), 60L));
      case MINUTE -> discharge.part(minute);
      case HOUR -> recentHours.computeIfAbsent(minute, this::hour);
      case DAY -> day(minute);
    };
  }

  private Map<String, Reported> hour(long first) {
    List<Map<String, Reported>> parts = new ArrayList<>();
    for (int at = 0; at < Duration.ofHours(1).toMinutes(); at += discharge.minutesPerPart()) {
      parts.add(discharge.part(first + at));
    }
    return discharge.rule().hour(parts);
  }

  private Map<String, Reported> day(long first) {
    List<Map<String, Reported>> hours = new ArrayList<>();
    for (int at = 0; at < Civil.MINUTES_PER_DAY; at += 60) {
      hours.add(recentHours.computeIfAbsent(first + at, this::hour));
    }
    return discharge.rule().day(hours);
  }

  private FactorFields fields(UploadKind kind, String factor, Reported reported) {
    List<String> pairs = new ArrayList<>();
    boolean moment = kind == UploadKind.REAL_TIME;
    span(moment, "", factor, reported.measured(), pairs);
    if (outlet.sendsConverted() && reported.converted() != null) {
      span(moment, "Zs", factor, reported.converted(), pairs);
    }
    if (!moment) {
      amount(factor, reported.amount(), pairs);
    }
    pairs.add("Flag");
    pairs.add(reported.flag());
    return new FactorFields(wireCode(factor), pairs);
  }

  private void span(
      boolean moment, String prefix, String factor, Reported.Span span, List<String> pairs) {
    int places = traits.get(factor).decimals();
    if (moment) {
      pairs.addAll(List.of(prefix + "Rtd", Fixed.text(span.mean(), places)));
    } else {
      pairs.addAll(List.of(prefix + "Min", Fixed.text(span.least(), places)));
      pairs.addAll(List.of(prefix + "Avg", Fixed.text(span.mean(), places)));
      pairs.addAll(List.of(prefix + "Max", Fixed.text(span.most(), places)));
    }
  }

  private void amount(String factor, long amount, List<String> pairs) {
    if (traits.get(factor).isFlow()) {
      int places = outlet.medium() == Medium.AIR ? 0 : LITRES_DECIMALS;
      pairs.addAll(List.of("Cou", Fixed.text(amount, places)));
    } else if (traits.get(factor).isPollutant()) {
      pairs.addAll(List.of("Cou", Fixed.text(amount, AMOUNT_DECIMALS)));
    }
  }

  private String wireCode(String factor) {
    return outlet.edition() == Edition.V2005
        ? FactorCatalogue.standard().find(factor).map(Factor::oldCode).orElse(factor)
        : factor;
  }
}
