package io.touchline.streams;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.facility.RunState;
import io.touchline.hj212.Packet;
import io.touchline.hj212.message.EquipmentState;
import io.touchline.streams.JournalEvent.FacilitiesSaid;
import java.time.Instant;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a frame says of facilities (治理设施): their states (CN 2021, {@code SB1-RS}), their hours of a
 * day (CN 2041, {@code SB1-RT}), and since 2025 the condition of production (CN 2011, {@code
 * p99101-Rtd}, of which only N for normal and F for stopped are taken to be known).
 *
 * <p>Calibrating, in alarm and blown back it runs; out for maintenance it does not.
 */
final class FacilityReport {

  private static final String CONDITION = "p99101";
  private static final Set<String> TELLING = Set.of("2021", "2041", "2011");

  private FacilityReport() {}

  /** Null where it says nothing of any, or no time. */
  static FacilitiesSaid of(OpenedFrame opened, Instant receivedAt) {
    Packet packet = opened.packet();
    if (!TELLING.contains(packet.cn())) {
      return null;
    }
    SortedMap<String, RunState> states = new TreeMap<>();
    SortedMap<String, Decimal> hours = new TreeMap<>();
    packet
        .factors()
        .forEach(
            (code, values) -> {
              switch (packet.cn()) {
                case "2021" -> put(states, code, state(values.get("RS")));
                case "2041" -> put(hours, code, hours(values.get("RT")));
                case "2011" -> put(states, code, condition(code, values.get("Rtd")));
                default -> {}
              }
            });
    if ((states.isEmpty() && hours.isEmpty()) || packet.dataTime().isEmpty()) {
      return null;
    }
    Instant dataTime = packet.dataTime().map(ChinaTime::instant).orElseThrow();
    return new FacilitiesSaid(
        packet.mn(),
        states.isEmpty() ? opened.reading().startOf(UploadKind.DAY, dataTime) : dataTime,
        packet.qnTime().map(ChinaTime::instant).orElse(receivedAt),
        states,
        hours,
        opened.place().hash());
  }

  private static <T> void put(SortedMap<String, T> said, String code, T what) {
    if (what != null) {
      said.put(code, what);
    }
  }

  private static RunState state(String text) {
    return text == null
        ? null
        : EquipmentState.of(text)
            .map(
                state ->
                    state == EquipmentState.OFF || state == EquipmentState.MAINTENANCE
                        ? RunState.STANDS
                        : RunState.RUNS)
            .orElse(null);
  }

  private static Decimal hours(String text) {
    Decimal hours = Decimal.parse(text);
    return hours == null || hours.isNegative() ? null : hours;
  }

  private static RunState condition(String code, String text) {
    if (!code.equals(CONDITION) || text == null) {
      return null;
    }
    return switch (text) {
      case "N" -> RunState.RUNS;
      case "F" -> RunState.STANDS;
      default -> null;
    };
  }
}
