package io.touchline.app.proof;

import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.cases.CaseFile;
import java.time.Instant;
import java.util.List;

/** A case with a yellow card that hours over the limit made. */
public final class ProvedCase {

  private final CaseMaterial material;

  private ProvedCase(CaseMaterial material) {
    this.material = material;
  }

  /** Of two days with four hours over each. */
  public static ProvedCase limited() {
    return new ProvedCase(MaterialFixture.ofDays(3, 1).limitedCase(AveragingPeriod.HOUR));
  }

  public CaseFile file() {
    return material.history().file();
  }

  public Instant asOf() {
    return material.dossier().asOf();
  }

  public OutletRecord outlet() {
    return material.outlets().get(0);
  }

  public List<MeansRecord> latestMeans() {
    return List.copyOf(Selection.latest(material.dossier().periods()).values());
  }
}
