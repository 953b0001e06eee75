package io.touchline.streams;

import io.touchline.domain.FactorBook;
import io.touchline.domain.InletChannel;
import io.touchline.domain.Unit;
import io.touchline.hj212.FactorCatalogue;
import java.util.HashMap;
import java.util.Map;

/** The factors of HJ 212 with the units of its tables. */
final class StandardFactors implements FactorBook {

  private final Map<String, Unit> units = new HashMap<>();

  @Override
  public Unit unitOf(String factor) {
    return units.computeIfAbsent(factor, StandardFactors::find);
  }

  private static Unit find(String factor) {
    return FactorCatalogue.standard()
        .find(InletChannel.factorOf(factor))
        .map(entry -> Unit.of(entry.unit()))
        .orElse(Unit.NONE);
  }
}
