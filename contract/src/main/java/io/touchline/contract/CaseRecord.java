package io.touchline.contract;

import io.touchline.domain.cases.CaseFile;
import io.touchline.domain.cases.Chain;
import io.touchline.domain.cases.Finding;
import io.touchline.domain.cases.Flag;
import io.touchline.domain.cases.Measure;
import io.touchline.domain.cases.Stage;
import io.touchline.domain.cases.YellowCard;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A case as its events have made it, for those who list and show cases. It can be formed anew from
 * {@link CaseEventRecord}s at any time and proves nothing by itself.
 *
 * @param card what signed decisions have given
 * @param flags what stands beside the state, in alphabetical order
 * @param grounds names of the grounds found or decided on
 * @param measure of the decision that stands, absent without one
 * @param decision its number
 * @param limitEnds last day of a limit that was served
 * @param since when its state was entered
 * @param events how many events it has
 * @param hash of the latest
 */
public record CaseRecord(
    int schemaVersion,
    String caseId,
    String enterprise,
    Stage stage,
    Stage.Card card,
    List<Flag> flags,
    List<String> grounds,
    Measure measure,
    String decision,
    LocalDate servedOn,
    LocalDate limitEnds,
    Instant since,
    long events,
    String hash) {

  public static final int SCHEMA_VERSION = 1;

  /**
   * The case with the end of its chain.
   *
   * @param file with at least one event
   */
  public static CaseRecord of(CaseFile file, Chain.Head head) {
    YellowCard card = file.state().yellow().orElse(null);
    return new CaseRecord(
        SCHEMA_VERSION,
        file.caseId(),
        file.enterprise(),
        file.state().stage(),
        file.state().card(),
        file.flags().stream().sorted(Comparator.comparing(Flag::name)).toList(),
        Stream.concat(
                file.state().findings().stream(),
                card == null ? Stream.empty() : card.findings().stream())
            .map(Finding::ground)
            .distinct()
            .sorted()
            .map(Enum::name)
            .toList(),
        card == null ? null : card.decision().measure(),
        card == null ? null : card.decision().number(),
        card == null ? null : card.servedOn(),
        card == null ? null : card.limitEnds(),
        since(file),
        head.sequence(),
        head.hash());
  }

  private static Instant since(CaseFile file) {
    List<CaseFile.Entry> history = file.history();
    int at = history.size() - 1;
    while (at > 0 && history.get(at - 1).after().stage() == file.state().stage()) {
      at--;
    }
    return history.get(at).event().at();
  }
}
