package io.touchline.app.export;

import io.touchline.contract.EnterpriseRecord;
import io.touchline.domain.cases.CaseFile;
import io.touchline.domain.cases.Finding;
import io.touchline.domain.cases.Flag;
import io.touchline.domain.cases.IssuedCard;
import io.touchline.domain.cases.Measure;
import io.touchline.domain.cases.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A signed decision for the credit record of an enterprise (信用信息). Points and colours are the
 * credit scheme's own and are not worked out here: its yellow and red are not the card's.
 *
 * @param card colour of the card, not of a credit rating
 * @param decision number of the decision that stands
 * @param grounds names of the grounds
 * @param lawRows rows of law that they name
 * @param factors pollutant codes
 * @param releasedOn when the measure ended; {@code removedOn} when the card was off, from which day
 *     repair may be applied for
 * @param disputed whether data behind it changed since it was decided
 */
record CreditRow(
    String creditCode,
    String enterprise,
    String region,
    String caseId,
    Stage.Card card,
    Measure measure,
    String decision,
    LocalDate decidedOn,
    LocalDate servedOn,
    List<String> grounds,
    List<String> lawRows,
    List<String> factors,
    IssuedCard.Status status,
    LocalDate releasedOn,
    LocalDate removedOn,
    boolean disputed) {

  /**
   * The cards that signed decisions gave, as they stood at an instant. Proposals are not among
   * them.
   *
   * @param dischargers by credit code; one that is missing is named by its code
   */
  static List<CreditRow> of(
      List<CaseFile> files, Map<String, EnterpriseRecord> dischargers, Instant at) {
    return files.stream()
        .flatMap(
            file ->
                IssuedCard.of(file, at).stream()
                    .map(card -> of(file, card, dischargers.get(card.enterprise()))))
        .sorted(
            Comparator.comparing(CreditRow::creditCode)
                .thenComparing(CreditRow::decidedOn)
                .thenComparing(CreditRow::decision))
        .toList();
  }

  private static CreditRow of(CaseFile file, IssuedCard card, EnterpriseRecord discharger) {
    List<Finding> grounds = card.grounds();
    return new CreditRow(
        card.enterprise(),
        discharger == null ? card.enterprise() : discharger.name(),
        discharger == null ? null : discharger.regionCode(),
        card.caseId(),
        card.colour(),
        card.measure(),
        card.number(),
        card.decidedOn(),
        card.servedOn(),
        grounds.stream().map(finding -> finding.ground().name()).distinct().sorted().toList(),
        grounds.stream()
            .flatMap(finding -> finding.lawRows().stream())
            .distinct()
            .sorted()
            .toList(),
        grounds.stream()
            .map(Finding::factor)
            .filter(factor -> factor != null)
            .distinct()
            .sorted()
            .toList(),
        card.status(),
        card.releasedOn(),
        card.removedOn(),
        file.flags().contains(Flag.DATA_DISPUTE));
  }
}
