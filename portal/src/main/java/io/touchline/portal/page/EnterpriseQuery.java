package io.touchline.portal.page;

import io.touchline.alerts.http.Caller;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.domain.MarkKind;
import io.touchline.portal.read.AlertFilter;
import io.touchline.portal.read.ReadModels;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers what an enterprise sees of itself: of nothing that is another's. */
public final class EnterpriseQuery {

  private static final int MARKS = 10;
  private static final int ALERTS = 20;
  private static final int WARNINGS = 20;

  private final ReadModels models;
  private final Silence silence;
  private final CasesQuery cases;
  private final Clock clock;

  public EnterpriseQuery(ReadModels models, Silence silence, CasesQuery cases, Clock clock) {
    this.models = models;
    this.silence = silence;
    this.cases = cases;
    this.clock = clock;
  }

  /** What its own page says. */
  public EnterprisePage page(Caller caller, FormState form, String done) {
    Instant now = clock.instant();
    String code = caller.enterprise() == null ? "" : caller.enterprise();
    List<OutletRecord> outlets = models.outlets().ofEnterprise(code);
    Map<String, OutletRecord> byMn =
        outlets.stream().collect(Collectors.toMap(OutletRecord::mn, Function.identity()));
    return new EnterprisePage(
        outlets.isEmpty() ? null : outlets.get(0).enterpriseName(),
        each(outlets),
        models
            .findings()
            .lasting(QualityRecord.Kind.EARLY_WARNING, byMn.keySet(), now, WARNINGS)
            .stream()
            .map(found -> new EnterprisePage.Warning(found, byMn.get(found.mn()).name()))
            .toList(),
        models.alerts().page(AlertFilter.OPEN.withSort(AlertFilter.Sort.DUE), caller, 0, ALERTS),
        models.budgets().of(code, now),
        cases.own(caller),
        MarkKind.all(),
        form,
        done,
        now);
  }

  /** Each outlet as it stands. */
  List<EnterprisePage.Own> each(List<OutletRecord> outlets) {
    Map<String, Instant> heard = models.liveValues().lastHeard();
    return outlets.stream().map(outlet -> own(outlet, heard.get(outlet.mn()))).toList();
  }

  private EnterprisePage.Own own(OutletRecord outlet, Instant heard) {
    return new EnterprisePage.Own(
        outlet,
        silence.since(heard),
        models.means().newest(outlet.mn()).stream().filter(mean -> mean.limit() != null).toList(),
        models.marks().of(outlet.mn(), MARKS));
  }
}
