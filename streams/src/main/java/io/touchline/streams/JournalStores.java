package io.touchline.streams;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores of the outlet journal; keys by {@link OutletKey}. */
final class JournalStores {

  /** MN → OutletRecord as JSON. */
  static final String PROFILES = "profiles";

  /**
   * Outlet, level, time → {@link UploadRow}, outlet, hour → {@link MinuteBlock}: what the logger
   * said; see {@link UploadRows}.
   */
  static final String UPLOADS = "uploads";

  /** Outlet, hour → when its minutes are due to become one row; see {@link HoursToGather}. */
  static final String HOURS_TO_GATHER = "hours-to-gather";

  /** Outlet, period, start → {@link OpenPeriod}: parts have come, the mean is not formed yet. */
  static final String OPEN_PERIODS = "open-periods";

  /** Outlet, period, start → MeansRecord as last published; reading one takes UPLOADS too. */
  static final String MEANS = "means";

  /** Outlet, period, factor, from → ExceedanceRecord as last published. */
  static final String EPISODES = "episodes";

  /** MN → whether it is heard; see WatchSilence. */
  static final String PRESENCES = "presences";

  /** Region → which of its outlets are silent. */
  static final String REGIONS = "regions";

  /** Outlet, period, factor → the stretch whose episodes changed; see EpisodesToCount. */
  static final String UNCOUNTED_EPISODES = "uncounted-episodes";

  /** Outlet, month → its data are to be looked at again; and HourSpans. */
  static final String DOUBTED_MONTHS = "doubted-months";

  /** Outlet, day → which hours came in time; see ArrivedInTime. */
  static final String ARRIVED_IN_TIME = "arrived-in-time";

  /** Outlet → its first and last hour; see HourSpans. */
  static final String HOUR_SPANS = "hour-spans";

  /** Outlet, factor, hour → state and mass; see MassRows. */
  static final String MASSES = "masses";

  /** Outlet, factor, period, start → TotalRecord as last published. */
  static final String TOTALS = "totals";

  /** Outlet, month → its invalid hours are to be filled again; and HourSpans. */
  static final String UNFILLED_MONTHS = "unfilled-months";

  /** Scope, factor, period, start, outlet → its share as last told; see ShareRows. */
  static final String MASS_SHARES = "mass-shares";

  /** Scope, factor, period, start → TotalRecord as it stands, with its revision. */
  static final String SUMS = "sums";

  /** Outlet, factor, day → mass that is in no sum yet; see MassToAdd. */
  static final String MASS_TO_ADD = "mass-to-add";

  /** Scope, factor, period, start → TotalRecord that was published before; see SumsToTell. */
  static final String SUMS_TO_TELL = "sums-to-tell";

  /** Enterprise → PermitsRecord. */
  static final String PERMITS = "permits";

  /** Scope, factor, day or month → its mass; see MassDays. */
  static final String MASS_DAYS = "mass-days";

  /** Enterprise, factor and kind of mass, from → ExceedanceRecord as last published. */
  static final String MASS_EPISODES = "mass-episodes";

  /** Enterprise, factor, period, start → BudgetRecord as last published. */
  static final String BUDGETS = "budgets";

  /** Region → TargetsRecord. */
  static final String TARGETS = "targets";

  /** Region, factor, day or month → its mass; see MassDays. */
  static final String REGION_DAYS = "region-days";

  /** Region, factor, target year, month → BarometerRecord as last published. */
  static final String BAROMETER = "barometer";

  /** Outlet, day → RateRecord as last published. */
  static final String RATES = "rates";

  /** Outlet, from, hash → MarkRecord as JSON: every version of every mark. */
  static final String MARKS = "marks";

  /** Outlet, sample, factor, hash → SampleRecord as JSON: every version of every sample. */
  static final String SAMPLES = "samples";

  /** Outlet, factor, day → its samples are to be looked at again; see SampleDays. */
  static final String SAMPLE_DAYS = "sample-days";

  /** Outlet, factor, hour → the mass that a sample stands in for; see SampleMasses. */
  static final String SAMPLE_MASSES = "sample-masses";

  /** Outlet, facility, minute or day → what was said of it; see FacilityRows. */
  static final String FACILITIES = "facilities";

  /** Outlet, inlet, hour → InletHourRecord as it stands; see InletHours. */
  static final String INLET_HOURS = "inlet-hours";

  /** MN → the outlets that its hours are handed to; see FedOutlets. */
  static final String FED_OUTLETS = "fed-outlets";

  /** Outlet, kind, factor, from → QualityRecord as last published; see FindingsJournal. */
  static final String FINDINGS = "findings";

  /** Outlet, level, time → the pairs of different uploads that were told; see Conflicts. */
  static final String CONFLICTS = "conflicts";

  /** MN → StationWatch: what has not come, its clock, its split packets. */
  static final String WATCHES = "watches";

  /** MN → StationKeysRecord as JSON. */
  static final String STATION_KEYS = "station-keys";

  /** Outlet, offset → frame that cannot be read yet. */
  static final String PENDING_FRAMES = "pending-frames";

  private JournalStores() {}

  static StoreBuilder<KeyValueStore<String, byte[]>> profiles(JournalSettings settings) {
    return byOutlet(settings, PROFILES);
  }

  static StoreBuilder<KeyValueStore<String, byte[]>> watches(JournalSettings settings) {
    return byOutlet(settings, WATCHES);
  }

  static StoreBuilder<KeyValueStore<String, byte[]>> stationKeys(JournalSettings settings) {
    return byOutlet(settings, STATION_KEYS);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> pendingFrames(JournalSettings settings) {
    return rows(settings, PENDING_FRAMES);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> uploads(JournalSettings settings) {
    return rows(settings, UPLOADS);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> hoursToGather(JournalSettings settings) {
    return rows(settings, HOURS_TO_GATHER);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> conflicts(JournalSettings settings) {
    return rows(settings, CONFLICTS);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> openPeriods(JournalSettings settings) {
    return rows(settings, OPEN_PERIODS);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> means(JournalSettings settings) {
    return rows(settings, MEANS);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> episodes(JournalSettings settings) {
    return rows(settings, EPISODES);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> presences(JournalSettings settings) {
    return rows(settings, PRESENCES);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> regions(JournalSettings settings) {
    return rows(settings, REGIONS);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> uncountedEpisodes(JournalSettings settings) {
    return rows(settings, UNCOUNTED_EPISODES);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> marks(JournalSettings settings) {
    return rows(settings, MARKS);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> samples(JournalSettings settings) {
    return rows(settings, SAMPLES);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> sampleDays(JournalSettings settings) {
    return rows(settings, SAMPLE_DAYS);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> sampleMasses(JournalSettings settings) {
    return rows(settings, SAMPLE_MASSES);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> doubtedMonths(JournalSettings settings) {
    return rows(settings, DOUBTED_MONTHS);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> arrivedInTime(JournalSettings settings) {
    return rows(settings, ARRIVED_IN_TIME);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> masses(JournalSettings settings) {
    return rows(settings, MASSES);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> totals(JournalSettings settings) {
    return rows(settings, TOTALS);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> unfilledMonths(JournalSettings settings) {
    return rows(settings, UNFILLED_MONTHS);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> massShares(JournalSettings settings) {
    return rows(settings, MASS_SHARES);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> sums(JournalSettings settings) {
    return rows(settings, SUMS);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> massToAdd(JournalSettings settings) {
    return rows(settings, MASS_TO_ADD);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> sumsToTell(JournalSettings settings) {
    return rows(settings, SUMS_TO_TELL);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> permits(JournalSettings settings) {
    return rows(settings, PERMITS);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> massDays(JournalSettings settings) {
    return rows(settings, MASS_DAYS);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> massEpisodes(JournalSettings settings) {
    return rows(settings, MASS_EPISODES);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> budgets(JournalSettings settings) {
    return rows(settings, BUDGETS);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> targets(JournalSettings settings) {
    return rows(settings, TARGETS);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> regionDays(JournalSettings settings) {
    return rows(settings, REGION_DAYS);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> barometer(JournalSettings settings) {
    return rows(settings, BAROMETER);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> hourSpans(JournalSettings settings) {
    return rows(settings, HOUR_SPANS);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> rates(JournalSettings settings) {
    return rows(settings, RATES);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> facilities(JournalSettings settings) {
    return rows(settings, FACILITIES);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> inletHours(JournalSettings settings) {
    return rows(settings, INLET_HOURS);
  }

  static StoreBuilder<KeyValueStore<String, byte[]>> fedOutlets(JournalSettings settings) {
    return byOutlet(settings, FED_OUTLETS);
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> findings(JournalSettings settings) {
    return rows(settings, FINDINGS);
  }

  private static StoreBuilder<KeyValueStore<String, byte[]>> byOutlet(
      JournalSettings settings, String name) {
    return logged(
        settings,
        Stores.keyValueStoreBuilder(supplier(settings, name), Serdes.String(), Serdes.ByteArray()));
  }

  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> rows(
      JournalSettings settings, String name) {
    return logged(
        settings,
        Stores.keyValueStoreBuilder(supplier(settings, name), Serdes.Bytes(), Serdes.ByteArray()));
  }

  private static KeyValueBytesStoreSupplier supplier(JournalSettings settings, String name) {
    return settings.stores() == JournalSettings.Stores.PERSISTENT
        ? Stores.persistentKeyValueStore(name)
        : Stores.inMemoryKeyValueStore(name);
  }

  private static <K> StoreBuilder<KeyValueStore<K, byte[]>> logged(
      JournalSettings settings, StoreBuilder<KeyValueStore<K, byte[]>> store) {
    return settings.stores() == JournalSettings.Stores.PERSISTENT
        ? store
        : store.withLoggingDisabled();
  }
}
