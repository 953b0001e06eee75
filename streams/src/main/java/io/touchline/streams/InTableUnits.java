package io.touchline.streams;

import io.touchline.contract.ReadingRecord;
import io.touchline.domain.Decimal;
import io.touchline.domain.InletChannel;
import io.touchline.domain.Unit;
import io.touchline.hj212.FactorCatalogue;

/**
 * Values as sent become values in the unit of the table, in which limits are held against them.
 *
 * <p>What is sent in a unit that does not convert (ppm for mg/m³) is no value of that factor: it is
 * kept as text, and nothing is judged by it. The amount (Cou) stays as sent: its unit is the
 * table's whatever that of the concentration.
 */
final class InTableUnits {

  private InTableUnits() {}

  /** Null stays null. */
  static ReadingRecord.Factor of(ReadingRecord.Factor factor, String code, StationReading reading) {
    Unit sent = reading.units().get(code);
    if (factor == null || sent == null) {
      return factor;
    }
    Unit table = tableUnitOf(code);
    if (table == null) {
      return new ReadingRecord.Factor(
          factor.value(),
          factor.min(),
          factor.max(),
          factor.converted(),
          factor.amount(),
          factor.flag(),
          sent.text(),
          factor.raw());
    }
    if (!sent.convertsTo(table)) {
      String raw = factor.value() == null ? factor.raw() : factor.value().toString();
      return new ReadingRecord.Factor(
          null, null, null, null, factor.amount(), factor.flag(), sent.text(), raw);
    }
    return new ReadingRecord.Factor(
        convert(factor.value(), sent, table),
        convert(factor.min(), sent, table),
        convert(factor.max(), sent, table),
        convert(factor.converted(), sent, table),
        factor.amount(),
        factor.flag(),
        factor.unit(),
        factor.raw());
  }

  /** Null where the tables do not know the factor. */
  static Unit tableUnitOf(String code) {
    return FactorCatalogue.standard()
        .find(InletChannel.factorOf(code))
        .map(entry -> Unit.of(entry.unit()))
        .orElse(null);
  }

  private static Decimal convert(Decimal value, Unit from, Unit to) {
    return value == null ? null : from.convert(value, to);
  }
}
