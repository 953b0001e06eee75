package io.touchline.portal.page;

import io.touchline.alerts.http.Caller;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.rate.Counters;
import io.touchline.domain.rate.PassMark;
import io.touchline.portal.read.RatesTable.OutletRate;
import io.touchline.portal.read.ReadModels;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Gathers the transmission rates of a month, outlet by outlet up to the province. */
public final class RatesQuery {

  private static final Comparator<RatesPage.Outlet> WORST_FIRST =
      Comparator.comparing(
              (RatesPage.Outlet outlet) ->
                  outlet
                      .completed()
                      .effective()
                      .map(rate -> rate.number())
                      .orElse(BigDecimal.TEN.pow(3)))
          .thenComparing(RatesPage.Outlet::mn);

  private final ReadModels models;

  public RatesQuery(ReadModels models) {
    this.models = models;
  }

  /**
   * One month.
   *
   * @param wanted null for the latest of which anything was counted
   * @param caller whose outlets are counted
   */
  public RatesPage page(YearMonth wanted, Caller caller) {
    YearMonth month = wanted != null ? wanted : models.rates().latest().orElse(null);
    if (month == null) {
      return new RatesPage(null, Counters.NONE, List.of());
    }
    Map<String, Map<String, List<OutletRate>>> places = new TreeMap<>();
    List<OutletRate> all = models.rates().of(month);
    Map<String, OutletRecord> outlets =
        models.outlets().of(all.stream().map(OutletRate::mn).toList());
    List<OutletRate> rates =
        all.stream().filter(rate -> sees(caller, outlets.get(rate.mn()))).toList();
    for (OutletRate rate : rates) {
      OutletRecord outlet = outlets.get(rate.mn());
      places
          .computeIfAbsent(province(outlet), key -> new TreeMap<>())
          .computeIfAbsent(prefecture(outlet), key -> new ArrayList<>())
          .add(rate);
    }
    Instant at = ChinaTime.instant(month.atDay(1).atStartOfDay());
    List<RatesPage.Place> provinces =
        places.entrySet().stream()
            .map(place -> place(place.getKey(), place.getValue(), outlets, at))
            .toList();
    return new RatesPage(month, sum(rates, OutletRate::completed), provinces);
  }

  private static boolean sees(Caller caller, OutletRecord outlet) {
    return outlet == null
        ? caller.sees(null, null)
        : caller.sees(outlet.regionCode(), outlet.enterpriseCode());
  }

  private static RatesPage.Place place(
      String code,
      Map<String, List<OutletRate>> parts,
      Map<String, OutletRecord> outlets,
      Instant at) {
    List<OutletRate> all = parts.values().stream().flatMap(List::stream).toList();
    return new RatesPage.Place(
        code,
        sum(all, OutletRate::completed),
        sum(all, OutletRate::realTime),
        PassMark.of(code, at).orElse(null),
        parts.entrySet().stream()
            .map(part -> prefecture(part.getKey(), part.getValue(), outlets))
            .toList());
  }

  private static RatesPage.Prefecture prefecture(
      String name, List<OutletRate> rates, Map<String, OutletRecord> outlets) {
    return new RatesPage.Prefecture(
        name.substring(name.indexOf('|') + 1),
        sum(rates, OutletRate::completed),
        sum(rates, OutletRate::realTime),
        rates.stream()
            .map(rate -> outlet(rate, outlets.get(rate.mn())))
            .sorted(WORST_FIRST)
            .toList());
  }

  private static RatesPage.Outlet outlet(OutletRate rate, OutletRecord outlet) {
    return new RatesPage.Outlet(
        rate.mn(),
        outlet == null ? null : outlet.enterpriseName(),
        outlet == null ? null : outlet.name(),
        rate.completed(),
        rate.realTime());
  }

  private static Counters sum(List<OutletRate> rates, Function<OutletRate, Counters> which) {
    return rates.stream().map(which).reduce(Counters.NONE, Counters::plus);
  }

  private static String province(OutletRecord outlet) {
    return outlet == null || outlet.regionCode() == null || outlet.regionCode().length() < 2
        ? ""
        : outlet.regionCode().substring(0, 2);
  }

  /** Sorts by code and shows the name. */
  private static String prefecture(OutletRecord outlet) {
    return outlet == null || outlet.regionCode() == null
        ? "|"
        : outlet.regionCode() + '|' + (outlet.regionName() == null ? "" : outlet.regionName());
  }
}
