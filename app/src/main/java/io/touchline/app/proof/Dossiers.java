package io.touchline.app.proof;

import io.touchline.contract.DossierRecord;
import io.touchline.domain.cases.GroundRow;
import io.touchline.domain.cases.Stage;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a dossier says of a case beyond its records. */
final class Dossiers {

  private Dossiers() {}

  /** The grounds of claims, each with the rows of law as they ship. */
  static List<DossierRecord.Ground> grounds(List<Claim> claims) {
    return claims.stream()
        .map(
            claim ->
                new DossierRecord.Ground(
                    claim.finding(), claim.knownAt(), rows(claim.finding().lawRows())))
        .toList();
  }

  private static List<DossierRecord.LawRow> rows(List<String> ids) {
    return GroundRow.rows().stream()
        .filter(row -> ids.contains(row.id()))
        .map(row -> DossierRecord.LawRow.of(row.id(), row.source()))
        .toList();
  }

  /** Where a case stands, as figures by name. */
  static SortedMap<String, String> standing(
      String enterprise, Stage stage, Stage.Card card, List<DossierRecord.Ground> grounds) {
    SortedMap<String, String> figures = new TreeMap<>();
    figures.put("enterprise", enterprise);
    figures.put("stage", stage.name());
    figures.put("card", card.name());
    grounds.forEach(ground -> figures.put("ground " + ground.finding().id(), ground.toString()));
    return figures;
  }
}
