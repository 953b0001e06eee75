package io.touchline.portal;

import io.touchline.alerts.Alerts;
import io.touchline.alerts.Progress;
import io.touchline.portal.page.AlertQuery;
import io.touchline.portal.page.CasesQuery;
import io.touchline.portal.page.DischargerQuery;
import io.touchline.portal.page.EnterpriseQuery;
import io.touchline.portal.page.ListsQuery;
import io.touchline.portal.page.OfficerQuery;
import io.touchline.portal.page.OutletQuery;
import io.touchline.portal.page.QualityQuery;
import io.touchline.portal.page.QuarantineQuery;
import io.touchline.portal.page.RatesQuery;
import io.touchline.portal.page.RegionQuery;
import io.touchline.portal.page.Silence;
import io.touchline.portal.page.StationsQuery;
import io.touchline.portal.page.WatchQuery;
import io.touchline.portal.page.WhyQuery;
import io.touchline.portal.read.OutletTable;
import io.touchline.portal.read.ReadModels;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What the pages are made from.
 *
 * @param progress how far the data behind them has come
 */
record Pages(
    WatchQuery watch,
    OutletQuery outlet,
    WhyQuery why,
    QualityQuery quality,
    RatesQuery rates,
    OfficerQuery officer,
    AlertQuery alerts,
    EnterpriseQuery enterprise,
    CasesQuery cases,
    ListsQuery lists,
    RegionQuery regions,
    DischargerQuery dischargers,
    StationsQuery stations,
    QuarantineQuery quarantine,
    OutletTable outlets,
    Supplier<Progress> progress,
    Clock clock) {

  static Pages over(
      ReadModels models,
      Alerts alerts,
      Supplier<Progress> reading,
      PortalSettings settings,
      Clock clock) {
    Silence silence = new Silence(settings.silentAfter(), reading);
    WatchQuery watch = new WatchQuery(alerts.ledger(), models, silence, clock);
    OutletQuery outlet = new OutletQuery(alerts.ledger(), models, silence);
    CasesQuery cases = new CasesQuery(alerts.cases(), clock);
    EnterpriseQuery enterprise = new EnterpriseQuery(models, silence, cases, clock);
    return new Pages(
        watch,
        outlet,
        new WhyQuery(models),
        new QualityQuery(models),
        new RatesQuery(models),
        new OfficerQuery(models, watch, cases, clock),
        new AlertQuery(models, outlet, alerts.casework(), alerts.accounts(), clock),
        enterprise,
        cases,
        new ListsQuery(alerts.lists(), settings.printer() != null, clock),
        new RegionQuery(models, clock),
        new DischargerQuery(models, enterprise, clock),
        new StationsQuery(models, silence, clock),
        new QuarantineQuery(models),
        models.outlets(),
        () -> reading.get().and(alerts.progress()),
        clock);
  }
}
