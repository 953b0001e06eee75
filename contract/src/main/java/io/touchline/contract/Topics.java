package io.touchline.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The one registry of topics: name, key, value, partitions, what is kept. Creation, the generated
 * page and the tests read it; nothing else names a topic.
 *
 * <p>All topics of the group {@code outlet} are keyed or partitioned by MN with the same number of
 * partitions, so that whatever concerns one outlet meets in one task.
 */
public final class Topics {

  public static final String DEFAULT_PREFIX = "touchline.";
  public static final int OUTLET_PARTITIONS = 12;

  private final Topic packets;
  private final Topic quarantine;
  private final Topic outlets;
  private final Topic enterprises;
  private final Topic regions;
  private final Topic registry;
  private final Topic marks;
  private final Topic samples;
  private final Topic readings;
  private final Topic means;
  private final Topic meansRunning;
  private final Topic exceedances;
  private final Topic totals;
  private final Topic massShares;
  private final Topic inletHours;
  private final Topic permits;
  private final Topic budgets;
  private final Topic targets;
  private final Topic barometer;
  private final Topic rates;
  private final Topic quality;
  private final Topic presence;
  private final Topic commands;
  private final Topic commandResults;
  private final Topic connections;
  private final Topic proposals;
  private final Topic stationKeys;
  private final Topic cases;
  private final Topic caseStates;
  private final Topic cardLists;

  public Topics(String prefix) {
    this(prefix, OUTLET_PARTITIONS);
  }

  /**
   * Names the topics of one installation.
   *
   * @param outletPartitions partitions of every topic of the group {@code outlet}; never changed
   *     after creation, or outlets would move away from their state
   */
  public Topics(String prefix, int outletPartitions) {
    this(prefix, prefix, outletPartitions);
  }

  private Topics(String prefix, String derivedPrefix, int outletPartitions) {
    packets =
        new Topic(
            prefix + "packets",
            "MN",
            "the frame's bytes as received; headers received-at, peer, gateway, edition, and where"
                + " they apply enciphered, check, length",
            outletPartitions,
            kept(Duration.ofDays(5 * 365)),
            "The evidence: every accepted frame, byte for byte.");
    quarantine =
        new Topic(
            derivedPrefix + "quarantine",
            "MN or peer",
            "the bytes as received; headers reason, detail, received-at, peer, gateway, position",
            outletPartitions,
            kept(Duration.ofDays(90)),
            "What was not accepted, whole, with its reason.");
    outlets =
        new Topic(
            prefix + "outlets",
            "MN",
            "OutletRecord",
            outletPartitions,
            compacted(),
            "Registry profiles with their dated limits.");
    enterprises =
        new Topic(
            prefix + "enterprises",
            "enterprise",
            "EnterpriseRecord",
            outletPartitions,
            compacted(),
            "Dischargers with their sectors and permits.");
    regions =
        new Topic(
            prefix + "regions",
            "region",
            "RegionRecord",
            outletPartitions,
            compacted(),
            "The tree of administrative regions.");
    registry =
        new Topic(
            prefix + "registry",
            "version|number, file|name|part",
            "RegistryVersionRecord; of a file the bytes",
            1,
            compacted(),
            "Each import with who and why, and the files of the latest, byte for byte.");
    marks =
        new Topic(
            prefix + "marks",
            "MN",
            "MarkRecord",
            outletPartitions,
            forEver(),
            "What operators say of an outlet's time: every version of every mark.");
    samples =
        new Topic(
            prefix + "samples",
            "MN",
            "SampleRecord",
            outletPartitions,
            forEver(),
            "What laboratories measured at an outlet: every version of every sample.");
    readings =
        new Topic(
            derivedPrefix + "readings",
            "MN",
            "ReadingRecord",
            outletPartitions,
            kept(Duration.ofDays(7)),
            "One decoded upload, all factors.");
    means =
        new Topic(
            derivedPrefix + "means",
            "MN|period|start",
            "MeansRecord",
            outletPartitions,
            compacted(),
            "Hour and day means with validity, judgement, revision and inputs.");
    meansRunning =
        new Topic(
            derivedPrefix + "means-running",
            "MN|period",
            "RunningMeansRecord",
            outletPartitions,
            compacted(),
            "What the hour and the day that run come to so far; judges nothing.");
    exceedances =
        new Topic(
            derivedPrefix + "exceedances",
            "MN|rule|from",
            "ExceedanceRecord",
            outletPartitions,
            forEver(),
            "Episodes opened, extended, closed and withdrawn.");
    totals =
        new Topic(
            derivedPrefix + "totals",
            "scope|id|factor|period|start",
            "TotalRecord",
            outletPartitions,
            compacted(),
            "Emitted mass of outlets, enterprises and regions, measured and substituted apart.");
    massShares =
        new Topic(
            derivedPrefix + "mass-shares",
            "scope|id",
            "MassShareRecord",
            outletPartitions,
            kept(Duration.ofDays(7)),
            "What an outlet adds to the sums above it; between two steps of the journal.");
    inletHours =
        new Topic(
            derivedPrefix + "inlet-hours",
            "MN",
            "InletHourRecord",
            outletPartitions,
            kept(Duration.ofDays(7)),
            "What another logger measured before an outlet's treatment; between two steps of the"
                + " journal.");
    permits =
        new Topic(
            prefix + "permits",
            "scope|id",
            "PermitsRecord",
            outletPartitions,
            compacted(),
            "What each enterprise may emit, by its permits, trades and special periods.");
    budgets =
        new Topic(
            derivedPrefix + "budgets",
            "scope|id|factor|period|start",
            "BudgetRecord",
            outletPartitions,
            compacted(),
            "What is left of permitted amounts at the end of a day, and how long it lasts.");
    targets =
        new Topic(
            prefix + "targets",
            "scope|id",
            "TargetsRecord",
            outletPartitions,
            compacted(),
            "What each region may emit in a target year.");
    barometer =
        new Topic(
            derivedPrefix + "barometer",
            "region|factor|year|month",
            "BarometerRecord",
            outletPartitions,
            compacted(),
            "Where regions stand on the way to their targets, month by month, and who is told.");
    presence =
        new Topic(
            derivedPrefix + "presence",
            "region",
            "PresenceRecord",
            outletPartitions,
            kept(Duration.ofDays(7)),
            "Which outlets of a region are heard; between two steps of the journal.");
    rates =
        new Topic(
            derivedPrefix + "rates",
            "MN|day",
            "RateRecord",
            outletPartitions,
            compacted(),
            "What was due, came and is valid of each outlet, day by day.");
    quality =
        new Topic(
            derivedPrefix + "quality",
            "MN",
            "QualityRecord",
            outletPartitions,
            kept(Duration.ofDays(365)),
            "What people should look at: contradictions, clocks, gaps, conflicts.");
    commands =
        new Topic(
            derivedPrefix + "commands",
            "MN",
            "CommandRecord",
            outletPartitions,
            kept(Duration.ofDays(90)),
            "What data loggers are asked to do, and by whom.");
    commandResults =
        new Topic(
            prefix + "command-results",
            "MN",
            "CommandResultRecord",
            outletPartitions,
            kept(Duration.ofDays(90)),
            "What came of each command, step by step.");
    connections =
        new Topic(
            prefix + "connections",
            "MN",
            "ConnectionRecord",
            outletPartitions,
            compacted(),
            "How each data logger is connected; the later claim stands.");
    proposals =
        new Topic(
            prefix + "proposals",
            "MN",
            "StationProposalRecord",
            outletPartitions,
            compacted(),
            "Stations that send and are not registered, with what was learned of them.");
    stationKeys =
        new Topic(
            prefix + "station-keys",
            "MN",
            "StationKeysRecord",
            outletPartitions,
            compacted(),
            "SM4 keys agreed with loggers; for gateways and the journal alone.");
    cases =
        new Topic(
            prefix + "cases",
            "case",
            "CaseEventRecord",
            outletPartitions,
            forEver(),
            "Events of enforcement cases, each chained to the one before.");
    caseStates =
        new Topic(
            prefix + "case-states",
            "case",
            "CaseRecord",
            outletPartitions,
            compacted(),
            "Enforcement cases as their events have made them.");
    cardLists =
        new Topic(
            prefix + "card-lists",
            "prefecture, period, version",
            "CardListRecord",
            1,
            compacted(),
            "Published yellow and red lists, each version.");
  }

  /**
   * The same installation, but what a journal writes goes to topics of its own: it can be derived a
   * second time beside the first, and asks no logger for anything.
   */
  public static Topics deriving(String prefix, String derivedPrefix) {
    return new Topics(prefix, derivedPrefix, OUTLET_PARTITIONS);
  }

  public Topic packets() {
    return packets;
  }

  public Topic quarantine() {
    return quarantine;
  }

  public Topic outlets() {
    return outlets;
  }

  public Topic enterprises() {
    return enterprises;
  }

  public Topic regions() {
    return regions;
  }

  /** One partition: an import stands in it whole or not at all, in order. */
  public Topic registry() {
    return registry;
  }

  public Topic marks() {
    return marks;
  }

  public Topic samples() {
    return samples;
  }

  public Topic readings() {
    return readings;
  }

  public Topic means() {
    return means;
  }

  /** What runs still; nothing is judged by it. */
  public Topic meansRunning() {
    return meansRunning;
  }

  public Topic exceedances() {
    return exceedances;
  }

  public Topic totals() {
    return totals;
  }

  /** Which outlets of a region are heard. */
  public Topic presence() {
    return presence;
  }

  public Topic massShares() {
    return massShares;
  }

  /** Hours of one outlet's inlet that another logger measured. */
  public Topic inletHours() {
    return inletHours;
  }

  /** What each enterprise may emit; keyed and partitioned as the shares of mass are. */
  public Topic permits() {
    return permits;
  }

  public Topic budgets() {
    return budgets;
  }

  /** What each region may emit; keyed and partitioned as the shares of mass are. */
  public Topic targets() {
    return targets;
  }

  public Topic barometer() {
    return barometer;
  }

  public Topic rates() {
    return rates;
  }

  public Topic quality() {
    return quality;
  }

  public Topic commands() {
    return commands;
  }

  public Topic commandResults() {
    return commandResults;
  }

  public Topic connections() {
    return connections;
  }

  public Topic proposals() {
    return proposals;
  }

  public Topic stationKeys() {
    return stationKeys;
  }

  public Topic cases() {
    return cases;
  }

  public Topic caseStates() {
    return caseStates;
  }

  public Topic cardLists() {
    return cardLists;
  }

  /** What the journal writes, and all of it can be derived again. */
  public List<Topic> derived() {
    return List.of(
        quarantine,
        readings,
        means,
        meansRunning,
        inletHours,
        exceedances,
        totals,
        massShares,
        budgets,
        barometer,
        presence,
        rates,
        quality,
        commands);
  }

  /** What one step of the journal writes and another reads. */
  public List<Topic> betweenSteps() {
    return List.of(massShares, presence, inletHours);
  }

  /** What the journal reads and did not write itself. */
  public List<Topic> sources() {
    return List.of(packets, outlets, marks, samples, permits, targets, stationKeys, commandResults);
  }

  public List<Topic> all() {
    return List.of(
        packets,
        quarantine,
        outlets,
        enterprises,
        regions,
        registry,
        marks,
        samples,
        readings,
        means,
        meansRunning,
        exceedances,
        totals,
        massShares,
        inletHours,
        permits,
        budgets,
        targets,
        barometer,
        presence,
        rates,
        quality,
        commands,
        commandResults,
        connections,
        proposals,
        stationKeys,
        cases,
        caseStates,
        cardLists);
  }

  private static Map<String, String> kept(Duration duration) {
    return Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(duration.toMillis()));
  }

  private static Map<String, String> forEver() {
    return Map.of("cleanup.policy", "delete", "retention.ms", "-1");
  }

  private static Map<String, String> compacted() {
    return Map.of("cleanup.policy", "compact");
  }
}
