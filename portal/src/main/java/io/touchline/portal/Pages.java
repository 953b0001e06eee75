package io.touchline.portal;

import io.touchline.alerts.Alerts;
import io.touchline.alerts.Database;
import io.touchline.alerts.Progress;
import io.touchline.portal.page.OutletQuery;
import io.touchline.portal.page.Silence;
import io.touchline.portal.page.WatchQuery;
import io.touchline.portal.page.WhyQuery;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What the pages are made from.
 *
 * @param progress how far the data behind them has come
 */
record Pages(
    WatchQuery watch, OutletQuery outlet, WhyQuery why, Supplier<Progress> progress, Clock clock) {

  static Pages over(
      Database database,
      Alerts alerts,
      Supplier<Progress> readModels,
      PortalSettings settings,
      Clock clock) {
    Silence silence = new Silence(settings.silentAfter(), readModels);
    return new Pages(
        new WatchQuery(alerts.ledger(), database.jdbi(), silence, clock),
        new OutletQuery(alerts.ledger(), database.jdbi(), silence),
        new WhyQuery(database.jdbi()),
        () -> readModels.get().and(alerts.progress()),
        clock);
  }
}
