package io.touchline.streams;

import io.touchline.contract.BarometerRecord;
import io.touchline.contract.BudgetRecord;
import io.touchline.contract.CommandRecord;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.InletHourRecord;
import io.touchline.contract.JsonSerde;
import io.touchline.contract.MassShareRecord;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.PermitsRecord;
import io.touchline.contract.PresenceRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.RateRecord;
import io.touchline.contract.ReadingRecord;
import io.touchline.contract.RunningMeansRecord;
import io.touchline.contract.TargetsRecord;
import io.touchline.contract.Topics;
import io.touchline.contract.TotalRecord;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/**
 * The journal of an outlet, step by step: from the frames as received to judged periods and
 * episodes.
 *
 * <p>Everything about one outlet is partitioned by its MN and meets in one task. The steps hold
 * state in stores keyed by MN first; none of them reads a clock or does input and output.
 */
public final class OutletJournalTopology implements Supplier<Topology> {

  static final String PACKETS = "packets";
  static final String PROFILES = "profiles";
  static final String MARKS = "marks";
  static final String SAMPLES = "samples";
  static final String RESULTS = "command-results";
  static final String STATION_KEYS = "station-keys";
  static final String OPEN = "open-frames";
  static final String DECODE = "decode";
  static final String READ_PROFILE = "read-profile";
  static final String READ_MARK = "read-mark";
  static final String READ_SAMPLE = "read-sample";
  static final String READ_KEYS = "read-keys";
  static final String READ_RESULT = "read-result";
  static final String KEEP = "keep-uploads";
  static final String GATHER = "gather-minutes";
  static final String WATCH = "watch-stations";
  static final String RUN = "form-running";
  static final String WARN = "warn-early";
  static final String SILENCE = "watch-silence";
  static final String REGIONS = "watch-regions";
  static final String PRESENCE = "presence";
  static final String FORM = "form-periods";
  static final String FOLLOW = "follow-episodes";
  static final String TELL = "tell-differences";
  static final String DOUBT = "doubt-hours";
  static final String FACILITIES = "follow-facilities";
  static final String SEND_INLETS = "send-inlet-hours";
  static final String INLETS = "inlet-hours";
  static final String KEEP_INLETS = "keep-inlet-hours";
  static final String COUNT = "count-rates";
  static final String COMPARE = "compare-samples";
  static final String ADD = "add-mass";
  static final String SHARES = "mass-shares";
  static final String ROLL_UP = "roll-up-mass";
  static final String PERMITS = "permits";
  static final String JUDGE_MASS = "judge-mass";
  static final String TARGETS = "targets";
  static final String BAROMETER = "follow-targets";
  static final String TO_READINGS = "to-readings";
  static final String TO_QUARANTINE = "to-quarantine";
  static final String TO_MEANS = "to-means";
  static final String TO_MEANS_RUNNING = "to-means-running";
  static final String TO_INLETS = "to-inlet-hours";
  static final String TO_EXCEEDANCES = "to-exceedances";
  static final String TO_TOTALS = "to-totals";
  static final String TO_SHARES = "to-mass-shares";
  static final String TO_BUDGETS = "to-budgets";
  static final String TO_BAROMETER = "to-barometer";
  static final String TO_PRESENCE = "to-presence";
  static final String TO_RATES = "to-rates";
  static final String TO_QUALITY = "to-quality";
  static final String TO_COMMANDS = "to-commands";

  /** The steps that hear of every formed period, in this order. */
  static final List<String> FOLLOWERS =
      List.of(FOLLOW, DOUBT, FACILITIES, COUNT, ADD, COMPARE, RUN, SEND_INLETS);

  private final Topics topics;
  private final JournalSettings settings;
  private final RecordSerdes serdes;

  public OutletJournalTopology(Topics topics, JournalSettings settings) {
    this(topics, settings, JsonSerde::new);
  }

  OutletJournalTopology(Topics topics, JournalSettings settings, RecordSerdes serdes) {
    this.topics = topics;
    this.settings = settings;
    this.serdes = serdes;
  }

  @Override
  public Topology get() {
    StringDeserializer keys = new StringDeserializer();
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    Topology topology = new Topology();

    topology.addSource(PACKETS, keys, bytes, topics.packets().name());
    topology.addSource(PROFILES, keys, bytes, topics.outlets().name());
    topology.addSource(MARKS, keys, bytes, topics.marks().name());
    topology.addSource(SAMPLES, keys, bytes, topics.samples().name());
    topology.addSource(STATION_KEYS, keys, bytes, topics.stationKeys().name());
    topology.addSource(
        SHARES, keys, serdes.of(MassShareRecord.class).deserializer(), topics.massShares().name());
    topology.addSource(
        PRESENCE, keys, serdes.of(PresenceRecord.class).deserializer(), topics.presence().name());
    topology.addSource(
        PERMITS, keys, serdes.of(PermitsRecord.class).deserializer(), topics.permits().name());
    topology.addSource(
        TARGETS, keys, serdes.of(TargetsRecord.class).deserializer(), topics.targets().name());
    topology.addSource(
        INLETS, keys, serdes.of(InletHourRecord.class).deserializer(), topics.inletHours().name());
    topology.addSource(RESULTS, keys, bytes, topics.commandResults().name());

    // A registry entry becomes a profile, and says which outlet must be judged again.
    topology.addProcessor(READ_PROFILE, ReadProfiles::new, PROFILES);
    // A mark is kept with all its versions, and says which time must be judged again.
    topology.addProcessor(READ_MARK, ReadMarks::new, MARKS);
    // A sample is kept with all its versions, and says which time must be looked at again.
    topology.addProcessor(READ_SAMPLE, ReadSamples::new, SAMPLES);
    // Keys that were agreed with a logger since it was registered.
    topology.addProcessor(READ_KEYS, ReadKeys::new, STATION_KEYS);
    // A frame's bytes become a packet in its station's dialect; what cannot be read yet waits.
    topology.addProcessor(OPEN, () -> new OpenFrames(settings), PACKETS, READ_PROFILE, READ_KEYS);
    // A packet becomes one upload; what says no time goes to quarantine with its reason.
    topology.addProcessor(DECODE, DecodeFrames::new, OPEN);
    // How a request to a logger ended.
    topology.addProcessor(READ_RESULT, ReadResults::new, RESULTS);
    // Of several uploads of one datum one stands, whatever their order; a repeat changes nothing.
    topology.addProcessor(KEEP, KeepUploads::new, DECODE);
    // Minutes of an hour long ended become one row.
    topology.addProcessor(GATHER, () -> new GatherMinutes(settings), KEEP);
    // What has not come is told and asked for; what was asked for goes on marked as such.
    topology.addProcessor(
        WATCH, () -> new WatchStations(settings), DECODE, KEEP, READ_PROFILE, READ_RESULT);
    // Who sends nothing any more is told, outlets, channels and whole regions.
    topology.addProcessor(SILENCE, () -> new WatchSilence(settings), KEEP, READ_PROFILE);
    topology.addProcessor(REGIONS, WatchRegions::new, PRESENCE);
    // Hours and days touched are formed, judged and, where the result differs, published anew.
    topology.addProcessor(FORM, () -> new FormPeriods(settings), WATCH, READ_PROFILE, READ_MARK);
    // What an hour or a day comes to so far is told while it runs.
    topology.addProcessor(
        RUN, () -> new FormRunning(settings), KEEP, FORM, READ_PROFILE, READ_MARK);
    // An hour that will exceed if it goes on is warned of while it runs.
    topology.addProcessor(WARN, WarnEarly::new, RUN);
    // Judged periods become episodes that open, extend, close and are withdrawn.
    topology.addProcessor(FOLLOW, FollowEpisodes::new, FORM);
    // A logger that contradicts itself is told of.
    topology.addProcessor(TELL, TellDifferences::new, FORM);
    // Hours that look as if something had a hand in them are told of, with the evidence.
    topology.addProcessor(DOUBT, () -> new DoubtHours(settings), FORM, READ_PROFILE);
    // Treatment that takes out too little, or stands still while production runs, is told of.
    topology.addProcessor(KEEP_INLETS, KeepInletHours::new, INLETS);
    topology.addProcessor(
        FACILITIES, FollowFacilities::new, DECODE, FORM, READ_PROFILE, KEEP_INLETS);
    // Hours that were measured before another outlet's treatment go to its journal.
    topology.addProcessor(SEND_INLETS, SendInletHours::new, FORM, READ_PROFILE);

    // What was due, came and is valid is counted, a day at a time.
    topology.addProcessor(
        COUNT, () -> new CountRates(settings), WATCH, FORM, READ_PROFILE, READ_MARK);
    // Samples are held against the data of their time and the limits; some stand in for data.
    topology.addProcessor(
        COMPARE,
        () -> new CompareSamples(settings),
        KEEP,
        FORM,
        READ_PROFILE,
        READ_MARK,
        READ_SAMPLE);
    // What it emits is added up, and filled in where an hour is not valid.
    topology.addProcessor(ADD, () -> new AddMass(settings), FORM, READ_PROFILE, COMPARE);
    // Sums of outlets become those of enterprises, regions and sectors.
    topology.addProcessor(ROLL_UP, () -> new RollUpMass(settings), SHARES, PERMITS);
    // What an enterprise emits is held against its permits, and what they leave is told.
    topology.addProcessor(JUDGE_MASS, JudgeMass::new, ROLL_UP, PERMITS);
    // Where regions stand on the way to their targets is told month by month.
    topology.addProcessor(BAROMETER, FollowTargets::new, ROLL_UP, TARGETS);

    topology.addStateStore(
        JournalStores.profiles(settings),
        READ_PROFILE,
        OPEN,
        WATCH,
        FORM,
        DOUBT,
        FACILITIES,
        COUNT,
        COMPARE,
        ADD,
        SILENCE,
        SEND_INLETS,
        RUN);
    topology.addStateStore(JournalStores.marks(settings), READ_MARK, FORM, COUNT, COMPARE, RUN);
    topology.addStateStore(JournalStores.samples(settings), READ_SAMPLE, COMPARE);
    topology.addStateStore(JournalStores.sampleDays(settings), COMPARE);
    topology.addStateStore(JournalStores.sampleMasses(settings), COMPARE);
    topology.addStateStore(JournalStores.hourSpans(settings), COUNT);
    topology.addStateStore(JournalStores.stationKeys(settings), READ_KEYS, OPEN);
    topology.addStateStore(JournalStores.pendingFrames(settings), OPEN);
    topology.addStateStore(
        JournalStores.uploads(settings),
        KEEP,
        GATHER,
        FORM,
        FOLLOW,
        DOUBT,
        FACILITIES,
        COUNT,
        COMPARE,
        ADD,
        RUN,
        SEND_INLETS);
    topology.addStateStore(JournalStores.hoursToGather(settings), GATHER);
    topology.addStateStore(JournalStores.conflicts(settings), KEEP);
    topology.addStateStore(JournalStores.watches(settings), WATCH);
    topology.addStateStore(JournalStores.openPeriods(settings), FORM);
    topology.addStateStore(
        JournalStores.means(settings),
        GATHER,
        FORM,
        FOLLOW,
        DOUBT,
        FACILITIES,
        COUNT,
        COMPARE,
        ADD,
        RUN,
        SEND_INLETS);
    topology.addStateStore(JournalStores.episodes(settings), FOLLOW);
    topology.addStateStore(JournalStores.uncountedEpisodes(settings), FOLLOW);
    topology.addStateStore(JournalStores.presences(settings), SILENCE);
    topology.addStateStore(JournalStores.regions(settings), REGIONS);
    topology.addStateStore(
        JournalStores.findings(settings), COMPARE, DOUBT, TELL, FACILITIES, WARN);
    topology.addStateStore(JournalStores.facilities(settings), FACILITIES);
    topology.addStateStore(JournalStores.inletHours(settings), KEEP_INLETS, FACILITIES);
    topology.addStateStore(JournalStores.fedOutlets(settings), SEND_INLETS);
    topology.addStateStore(JournalStores.doubtedMonths(settings), DOUBT);
    topology.addStateStore(JournalStores.arrivedInTime(settings), COUNT);
    topology.addStateStore(JournalStores.rates(settings), COUNT);
    topology.addStateStore(JournalStores.masses(settings), ADD);
    topology.addStateStore(JournalStores.totals(settings), ADD);
    topology.addStateStore(JournalStores.unfilledMonths(settings), ADD);
    topology.addStateStore(JournalStores.massShares(settings), ROLL_UP);
    topology.addStateStore(JournalStores.sums(settings), ROLL_UP);
    topology.addStateStore(JournalStores.massToAdd(settings), ADD);
    topology.addStateStore(JournalStores.sumsToTell(settings), ROLL_UP);
    topology.addStateStore(JournalStores.permits(settings), ROLL_UP, JUDGE_MASS);
    topology.addStateStore(JournalStores.massDays(settings), JUDGE_MASS);
    topology.addStateStore(JournalStores.massEpisodes(settings), JUDGE_MASS);
    topology.addStateStore(JournalStores.budgets(settings), JUDGE_MASS);
    topology.addStateStore(JournalStores.targets(settings), BAROMETER);
    topology.addStateStore(JournalStores.regionDays(settings), BAROMETER);
    topology.addStateStore(JournalStores.barometer(settings), BAROMETER);

    StringSerializer key = new StringSerializer();
    topology.addSink(
        TO_READINGS,
        topics.readings().name(),
        key,
        new JsonSerde<>(ReadingRecord.class).serializer(),
        DECODE);
    topology.addSink(
        TO_QUARANTINE,
        topics.quarantine().name(),
        key,
        new ByteArraySerializer(),
        OPEN,
        DECODE,
        READ_PROFILE,
        READ_MARK,
        READ_SAMPLE,
        READ_RESULT);
    topology.addSink(
        TO_QUALITY,
        topics.quality().name(),
        key,
        serdes.of(QualityRecord.class).serializer(),
        READ_PROFILE,
        KEEP,
        WATCH,
        DOUBT,
        COMPARE,
        FACILITIES,
        SILENCE,
        REGIONS,
        TELL,
        WARN);
    topology.addSink(
        TO_COMMANDS,
        topics.commands().name(),
        key,
        serdes.of(CommandRecord.class).serializer(),
        WATCH);
    topology.addSink(
        TO_MEANS,
        topics.means().name(),
        key,
        serdes.of(MeansRecord.class).serializer(),
        new ByOutlet<>(MeansRecord::mn),
        FORM);
    topology.addSink(
        TO_MEANS_RUNNING,
        topics.meansRunning().name(),
        key,
        serdes.of(RunningMeansRecord.class).serializer(),
        new ByOutlet<>(RunningMeansRecord::mn),
        RUN);
    topology.addSink(
        TO_TOTALS,
        topics.totals().name(),
        key,
        serdes.of(TotalRecord.class).serializer(),
        new ByOutlet<>(TotalRecord::id),
        ADD,
        ROLL_UP);
    topology.addSink(
        TO_PRESENCE,
        topics.presence().name(),
        key,
        serdes.of(PresenceRecord.class).serializer(),
        SILENCE);
    topology.addSink(
        TO_SHARES,
        topics.massShares().name(),
        key,
        serdes.of(MassShareRecord.class).serializer(),
        ADD);
    topology.addSink(
        TO_INLETS,
        topics.inletHours().name(),
        key,
        serdes.of(InletHourRecord.class).serializer(),
        SEND_INLETS);
    topology.addSink(
        TO_RATES,
        topics.rates().name(),
        key,
        serdes.of(RateRecord.class).serializer(),
        new ByOutlet<>(RateRecord::mn),
        COUNT);
    topology.addSink(
        TO_EXCEEDANCES,
        topics.exceedances().name(),
        key,
        serdes.of(ExceedanceRecord.class).serializer(),
        new ByOutlet<>(ExceedanceRecord::mn),
        FOLLOW,
        JUDGE_MASS);
    topology.addSink(
        TO_BAROMETER,
        topics.barometer().name(),
        key,
        serdes.of(BarometerRecord.class).serializer(),
        BAROMETER);
    topology.addSink(
        TO_BUDGETS,
        topics.budgets().name(),
        key,
        serdes.of(BudgetRecord.class).serializer(),
        JUDGE_MASS);
    return topology;
  }
}
