package io.touchline.streams;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A program of its own that adds up emitted mass from frames, as plainly as it can be said: it
 * reads the text, multiplies and adds. It shares nothing with what it is held against.
 */
final class NaiveSums {

  /** One factor of one hour as uploaded: when it was sent, and its values by name. */
  private record Sent(String sentAt, Map<String, String> values) {}

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd");

  /** By outlet, hour (as stamped) and factor: of several uploads the one sent last. */
  private final Map<String, Map<String, Map<String, Sent>>> hours = new HashMap<>();

  /** What stands above an outlet, as {@code REGION|630100}. */
  private final Map<String, List<String>> above;

  NaiveSums(Map<String, List<String>> above) {
    this.above = above;
  }

  void read(byte[] frame) {
    String text = new String(frame, StandardCharsets.US_ASCII);
    String head = text.substring(6, text.indexOf("CP=&&"));
    String body = text.substring(text.indexOf("CP=&&") + 5, text.lastIndexOf("&&"));
    String hour = between(body, "DataTime=", ";");
    Map<String, Map<String, Sent>> ofOutlet =
        hours.computeIfAbsent(between(head, "MN=", ";"), mn -> new HashMap<>());
    Map<String, Map<String, String>> factors = new HashMap<>();
    for (String item : body.split("[;,]", -1)) {
      int dash = item.indexOf('-');
      if (dash > 0) {
        String[] nameAndValue = item.substring(dash + 1).split("=", -1);
        factors
            .computeIfAbsent(item.substring(0, dash), factor -> new HashMap<>())
            .put(nameAndValue[0], nameAndValue[1]);
      }
    }
    String sentAt = between(head, "QN=", ";");
    Map<String, Sent> ofHour = ofOutlet.computeIfAbsent(hour, at -> new HashMap<>());
    factors.forEach(
        (factor, values) ->
            ofHour.merge(
                factor,
                new Sent(sentAt, values),
                (one, other) -> one.sentAt().compareTo(other.sentAt()) < 0 ? other : one));
  }

  private static String between(String text, String from, String to) {
    int start = text.indexOf(from) + from.length();
    return text.substring(start, text.indexOf(to, start));
  }

  /** Milligrams by {@code scope|factor|period|first day}; without those that are nothing. */
  Map<String, BigInteger> sums() {
    Map<String, Map<LocalDate, BigInteger>> days = new TreeMap<>();
    hours.forEach(
        (mn, ofOutlet) ->
            ofOutlet.forEach(
                (hour, factors) ->
                    factors.forEach(
                        (factor, sent) -> {
                          LocalDate day = LocalDate.parse(hour.substring(0, 8), STAMP);
                          BigInteger mass = milligrams(factor, sent.values(), factors);
                          List<String> scopes = new ArrayList<>(above.get(mn));
                          scopes.add("OUTLET|" + mn);
                          for (String scope : scopes) {
                            days.computeIfAbsent(scope + '|' + factor, name -> new TreeMap<>())
                                .merge(day, mass, BigInteger::add);
                          }
                        })));
    Map<String, BigInteger> sums = new TreeMap<>();
    days.forEach(
        (name, ofDays) -> {
          Map<YearMonth, BigInteger> months = new TreeMap<>();
          ofDays.forEach(
              (day, mass) -> {
                int quarter = (day.getMonthValue() - 1) / 3 * 3 + 1;
                add(sums, name + "|DAY|" + day, mass);
                add(sums, name + "|MONTH|" + day.withDayOfMonth(1), mass);
                add(sums, name + "|QUARTER|" + LocalDate.of(day.getYear(), quarter, 1), mass);
                add(sums, name + "|YEAR|" + LocalDate.of(day.getYear(), 1, 1), mass);
                months.merge(YearMonth.from(day), mass, BigInteger::add);
              });
          months.forEach(
              (last, mass) -> {
                if (mass.signum() != 0) {
                  YearMonth first = last.minusMonths(11);
                  months.forEach(
                      (month, more) -> {
                        if (!month.isBefore(first) && !month.isAfter(last)) {
                          add(sums, name + "|ROLLING_12M|" + first.atDay(1), more);
                        }
                      });
                }
              });
        });
    sums.values().removeIf(mass -> mass.signum() == 0);
    return sums;
  }

  private static void add(Map<String, BigInteger> sums, String name, BigInteger mass) {
    sums.merge(name, mass, BigInteger::add);
  }

  private static BigInteger milligrams(
      String factor, Map<String, String> values, Map<String, Sent> ofHour) {
    boolean isFlow = factor.endsWith("00000");
    if (isFlow || !values.get("Flag").equals("N")) {
      return BigInteger.ZERO;
    }
    boolean water = factor.startsWith("w");
    boolean inMicrograms = factor.equals("w20111");
    Sent flow = ofHour.get(water ? "w00000" : "a00000");
    if (flow == null || !flow.values().get("Flag").equals("N")) {
      // Without a volume the logger's own amount: kilograms, or grams where it measures in µg.
      String amount = values.get("Cou");
      return amount == null
          ? BigInteger.ZERO
          : rounded(new BigDecimal(amount).scaleByPowerOfTen(inMicrograms ? 3 : 6));
    }
    BigDecimal cubicMetres = new BigDecimal(flow.values().get("Cou"));
    // mg/L are g/m3, µg/L are mg/m3.
    int thousands = water && !inMicrograms ? 3 : 0;
    return rounded(
        new BigDecimal(values.get("Avg")).multiply(cubicMetres).scaleByPowerOfTen(thousands));
  }

  private static BigInteger rounded(BigDecimal milligrams) {
    return milligrams.setScale(0, RoundingMode.HALF_EVEN).toBigIntegerExact();
  }
}
