package io.touchline.portal.page;

import io.touchline.alerts.http.Caller;
import io.touchline.portal.read.QuarantineTable;
import io.touchline.portal.read.Quarantined;
import io.touchline.portal.read.ReadModels;
import java.util.List;
import java.util.Optional;

/** Gathers what was not accepted, as far as it is the caller's to see. */
public final class QuarantineQuery {

  private static final int ROWS = 50;

  private final QuarantineTable quarantine;

  public QuarantineQuery(ReadModels models) {
    this.quarantine = models.quarantine();
  }

  /**
   * One page.
   *
   * @param reason null for all
   * @param page counted from 1
   */
  public QuarantinePage page(String reason, Caller caller, int page) {
    List<Quarantined> rows =
        quarantine.latest(reason, caller.region(), (page - 1) * ROWS, ROWS + 1);
    boolean more = rows.size() > ROWS;
    return new QuarantinePage(
        quarantine.counts(caller.region()),
        reason,
        more ? rows.subList(0, ROWS) : rows,
        page,
        more);
  }

  public Optional<PiecePage> piece(int partition, long offset, Caller caller) {
    return quarantine.find(partition, offset, caller.region()).map(PiecePage::of);
  }
}
