package io.touchline.portal.read;

import io.touchline.alerts.Database;

/** What the pages read, all of it over one database. */
public record ReadModels(
    OutletTable outlets,
    Means means,
    LiveValues liveValues,
    JudgedCounts counts,
    FindingsTable findings,
    MarksTable marks,
    RatesTable rates,
    AlertList alerts,
    BudgetsTable budgets,
    TotalsTable totals,
    RegionsTable regions,
    TargetsTable targets,
    BarometerTable barometer,
    RunningTable running,
    ConnectionsTable connections,
    ProposalsTable proposals,
    QuarantineTable quarantine) {

  public static ReadModels of(Database database) {
    return new ReadModels(
        new OutletTable(database.jdbi()),
        new Means(database.jdbi()),
        new LiveValues(database.jdbi()),
        new JudgedCounts(database.jdbi()),
        new FindingsTable(database.jdbi()),
        new MarksTable(database.jdbi()),
        new RatesTable(database.jdbi()),
        new AlertList(database.jdbi()),
        new BudgetsTable(database.jdbi()),
        new TotalsTable(database.jdbi()),
        new RegionsTable(database.jdbi()),
        new TargetsTable(database.jdbi()),
        new BarometerTable(database.jdbi()),
        new RunningTable(database.jdbi()),
        new ConnectionsTable(database.jdbi()),
        new ProposalsTable(database.jdbi()),
        new QuarantineTable(database.jdbi()));
  }
}
