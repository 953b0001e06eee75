package io.touchline.contract;

import io.touchline.domain.RuleFile;
import io.touchline.domain.cases.Finding;
import io.touchline.domain.cases.Flag;
import io.touchline.domain.cases.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * {@code dossier.json} of an evidence dossier (案件证据卷): all that a case rests on but the frames,
 * which lie beside it in {@code frames.jsonl}. Lists are in the order of their keys, so that the
 * same case gives the same bytes.
 *
 * @param enterprise credit code
 * @param asOf when the latest event of the case was entered
 * @param grounds what a measure rests on or is proposed for; of a case that is over, all it had
 * @param events the chain, the oldest first
 * @param periods every revision that was found of every mean that the grounds rest on
 * @param exceedances every revision of their episodes
 * @param totals every revision of their sums
 * @param marks every version of every mark on that time
 * @param samples likewise of samples
 */
public record DossierRecord(
    int schemaVersion,
    String caseId,
    String enterprise,
    Instant asOf,
    Stage stage,
    Stage.Card card,
    List<Flag> flags,
    List<Ground> grounds,
    List<CaseEventRecord> events,
    List<MeansRecord> periods,
    List<ExceedanceRecord> exceedances,
    List<TotalRecord> totals,
    List<MarkRecord> marks,
    List<SampleRecord> samples,
    Registry registry) {

  public static final int SCHEMA_VERSION = 1;

  /**
   * One ground.
   *
   * @param knownAt when it came into the case as it is: what came later did not judge
   * @param law rows of law that it names, as they ship
   */
  public record Ground(Finding finding, Instant knownAt, List<LawRow> law) {}

  /**
   * A dated row of law.
   *
   * @param verified whether its text was seen
   */
  public record LawRow(
      String id,
      String standard,
      String clause,
      LocalDate validFrom,
      LocalDate validTo,
      boolean verified) {

    public static LawRow of(String id, RuleFile.Source source) {
      return new LawRow(
          id,
          source.standard(),
          source.clause(),
          source.validFrom(),
          source.validTo(),
          source.verified());
    }
  }

  /**
   * The registry as it judged; secret keys are left out.
   *
   * @param discharger absent where the registry does not know it
   * @param permits absent where nothing is registered
   * @param regions from the enterprise's own upwards
   * @param version of the latest import, absent where outlets were registered otherwise
   */
  public record Registry(
      EnterpriseRecord discharger,
      List<OutletRecord> outlets,
      PermitsRecord permits,
      List<RegionRecord> regions,
      RegistryVersionRecord version) {}
}
