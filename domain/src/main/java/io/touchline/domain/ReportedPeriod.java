package io.touchline.domain;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a logger's own upload of a period says, factor by factor: value and validity as sent, the
 * converted concentration as sent or derived from its oxygen, the mass from its volume.
 *
 * <p>The same rule reads a minute, an hour and a day, so that a mean of parts and a reported period
 * are made of the same stuff.
 */
public final class ReportedPeriod {

  private final OutletProfile profile;
  private final FactorBook factors;

  public ReportedPeriod(OutletProfile profile, FactorBook factors) {
    this.profile = profile;
    this.factors = factors;
  }

  public SortedMap<String, FactorMean> means(Upload upload) {
    return means(upload, Marking.NONE);
  }

  /** The same where marks have their say: what is marked is not valid, and converts nothing. */
  public SortedMap<String, FactorMean> means(Upload upload, Marking marking) {
    Decimal oxygen = oxygenOf(upload, marking);
    Decimal volume = volumeOf(upload, marking);
    SortedMap<String, FactorMean> means = new TreeMap<>();
    upload
        .measurements()
        .forEach(
            (factor, measured) -> {
              SortedSet<FrameRef> inputs = new TreeSet<>();
              inputs.add(upload.frames().get(factor));
              boolean inlet = InletChannel.isInlet(factor);
              means.put(
                  factor,
                  mean(
                      factor,
                      measured,
                      inlet ? null : oxygen,
                      inlet ? null : volume,
                      marking.of(factor),
                      inputs));
            });
    return means;
  }

  private FactorMean mean(
      String factor,
      Measurement sent,
      Decimal oxygen,
      Decimal volume,
      Validity marked,
      SortedSet<FrameRef> inputs) {
    Measurement measured = withCount(factor, sent);
    Unit unit = factors.unitOf(factor);
    return new FactorMean(
        measured.value(),
        converted(measured, unit, oxygen),
        profile.rederived(measured.value(), unit, oxygen),
        unit,
        FactorBook.isFlow(InletChannel.factorOf(factor)) ? measured.amount() : null,
        emitted(factor, measured, unit, volume),
        marked.isValid() ? validity(measured) : marked,
        FactorMean.Source.REPORTED,
        inputs);
  }

  /** A meter that sends its count alone says with it what it measured. */
  private static Measurement withCount(String factor, Measurement sent) {
    return sent.value() == null && Quantity.of(factor) == Quantity.ENERGY
        ? new Measurement(sent.amount(), sent.converted(), sent.amount(), sent.flag())
        : sent;
  }

  /** Mass in milligrams, or the energy that a meter counted in watt-hours. */
  private static Long emitted(String factor, Measurement measured, Unit unit, Decimal volume) {
    if (InletChannel.isInlet(factor)) {
      return null;
    }
    return Quantity.of(factor) == Quantity.ENERGY
        ? Quantity.wattHours(measured.amount())
        : mass(measured, unit, volume);
  }

  private static Long mass(Measurement measured, Unit unit, Decimal volume) {
    Long massMg = EmittedMass.of(measured.value(), unit, volume);
    return massMg != null ? massMg : EmittedMass.ofAmount(measured.amount(), unit);
  }

  private Decimal converted(Measurement measured, Unit unit, Decimal oxygen) {
    if (measured.converted() != null) {
      return measured.converted();
    }
    return unit.convertsTo(Unit.MG_PER_M3)
        ? OxygenConversion.convert(measured.value(), oxygen, profile.referenceOxygen())
        : null;
  }

  private static Validity validity(Measurement measured) {
    if (!measured.isFlaggedValid()) {
      return new Validity(Validity.Reason.FLAGGED, "flag " + measured.flag());
    }
    return measured.value() == null
        ? new Validity(Validity.Reason.NO_NUMBER, "no numeric value")
        : Validity.VALID;
  }

  private static Decimal oxygenOf(Upload upload, Marking marking) {
    return upload.measurements().entrySet().stream()
        .filter(entry -> FactorBook.isOxygen(entry.getKey()) && entry.getValue().isUsable())
        .filter(entry -> marking.of(entry.getKey()).isValid())
        .map(entry -> entry.getValue().value())
        .findFirst()
        .orElse(null);
  }

  private static Decimal volumeOf(Upload upload, Marking marking) {
    return upload.measurements().entrySet().stream()
        .filter(entry -> FactorBook.isFlow(entry.getKey()) && entry.getValue().isFlaggedValid())
        .filter(entry -> marking.of(entry.getKey()).isValid())
        .map(entry -> entry.getValue().amount())
        .filter(amount -> amount != null && !amount.isNegative())
        .findFirst()
        .orElse(null);
  }
}
