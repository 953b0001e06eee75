package io.touchline.streams;

import io.touchline.domain.InletChannel;
import io.touchline.domain.Unit;
import io.touchline.domain.facility.Inlet;
import io.touchline.domain.facility.Treatment;
import io.touchline.hj212.FactorCatalogue;
import io.touchline.hj212.Medium;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which codes of a station are measured before treatment.
 *
 * @param bySent factor by the code that it is sent under
 * @param ofProcesses whether all pollutants in frames of a process (ST 51, 52) are: only where the
 *     registry says so, since loggers that mean the outlet are found to send a wrong ST too
 * @param units by the inlet's channel, where the registry states one
 */
record InletCodes(Map<String, String> bySent, boolean ofProcesses, Map<String, Unit> units) {

  static final InletCodes NONE = new InletCodes(Map.of(), false, Map.of());

  private static final Set<String> PROCESSES = Set.of("51", "52");

  static InletCodes of(Treatment treatment) {
    List<Inlet> own =
        treatment == null
            ? List.of()
            : treatment.inlets().stream().filter(Inlet::isOfTheSameLogger).toList();
    if (own.isEmpty()) {
      return NONE;
    }
    Map<String, String> bySent = new HashMap<>();
    Map<String, Unit> units = new HashMap<>();
    for (Inlet inlet : own) {
      if (inlet.sent() != null) {
        bySent.put(inlet.sent(), inlet.factor());
      }
      if (inlet.unit() != null) {
        units.put(InletChannel.of(inlet.factor()), Unit.of(inlet.unit()));
      }
    }
    boolean ofProcesses = own.stream().anyMatch(inlet -> inlet.sent() == null);
    return new InletCodes(bySent, ofProcesses, units);
  }

  /**
   * The channel of a code.
   *
   * @param code what it would mean at the outlet
   */
  String channel(String sent, String code, String systemCode) {
    String factor = bySent.get(sent);
    if (factor != null) {
      return InletChannel.of(factor);
    }
    boolean inlet = ofProcesses && PROCESSES.contains(systemCode) && isPollutant(code);
    return inlet ? InletChannel.of(code) : code;
  }

  private static boolean isPollutant(String code) {
    return FactorCatalogue.standard()
        .find(code)
        .filter(factor -> factor.medium() == Medium.AIR || factor.medium() == Medium.WATER)
        .isPresent();
  }
}
