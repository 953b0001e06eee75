package io.touchline.portal;

import io.touchline.alerts.Alerts;
import io.touchline.alerts.Progress;
import io.touchline.portal.page.OutletQuery;
import io.touchline.portal.page.QualityQuery;
import io.touchline.portal.page.RatesQuery;
import io.touchline.portal.page.Silence;
import io.touchline.portal.page.WatchQuery;
import io.touchline.portal.page.WhyQuery;
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
    Supplier<Progress> progress,
    Clock clock) {

  static Pages over(
      ReadModels models,
      Alerts alerts,
      Supplier<Progress> reading,
      PortalSettings settings,
      Clock clock) {
    Silence silence = new Silence(settings.silentAfter(), reading);
    return new Pages(
        new WatchQuery(alerts.ledger(), models, silence, clock),
        new OutletQuery(alerts.ledger(), models, silence),
        new WhyQuery(models),
        new QualityQuery(models),
        new RatesQuery(models),
        () -> reading.get().and(alerts.progress()),
        clock);
  }
}
