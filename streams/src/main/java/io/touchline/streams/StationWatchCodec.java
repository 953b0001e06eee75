package io.touchline.streams;

import io.touchline.domain.watch.Announced;
import io.touchline.domain.watch.ClockWatch;
import io.touchline.domain.watch.DataLevel;
import io.touchline.domain.watch.Gap;
import io.touchline.domain.watch.Gaps;
import io.touchline.domain.watch.Grid;
import io.touchline.domain.watch.LevelWatch;
import io.touchline.domain.watch.MinuteRhythm;
import io.touchline.domain.watch.SplitPacket;
import io.touchline.domain.watch.SplitWatch;
import io.touchline.domain.watch.StationWatch;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.ByteUtils;

/**
 * {@link StationWatch} as compact bytes. Numbers are variable-length; of a series each is written
 * as its distance from the one before.
 */
final class StationWatchCodec {

  private static final byte VERSION = 1;
  private static final int HAS_RHYTHM = 1;
  private static final int REAL_TIME = -1;

  /** Their places are part of the format. */
  private static final List<DataLevel> LEVELS =
      List.of(DataLevel.MINUTE, DataLevel.HOUR, DataLevel.DAY);

  private static final List<SplitPacket.State> STATES =
      List.of(SplitPacket.State.WAITING, SplitPacket.State.REPORTED, SplitPacket.State.RECORD);

  private StationWatchCodec() {}

  static byte[] encode(StationWatch watch) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(96);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      int has = watch.rhythm() == null ? 0 : HAS_RHYTHM;
      for (DataLevel level : LEVELS) {
        has |= watch.level(level) == null ? 0 : bit(level);
      }
      out.writeByte(VERSION);
      out.writeByte(has);
      ByteUtils.writeVarlong(watch.askedAt(), out);
      ByteUtils.writeVarlong(watch.resentAt(), out);
      if (watch.rhythm() != null) {
        write(watch.rhythm(), out);
      }
      for (DataLevel level : LEVELS) {
        if (watch.level(level) != null) {
          write(watch.level(level), out);
        }
      }
      write(watch.clock(), out);
      write(watch.splits(), out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static StationWatch decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte version = in.get();
    if (version != VERSION) {
      throw new IllegalStateException("a station's watch of version " + version + " is not known");
    }
    int has = in.get();
    long askedAt = ByteUtils.readVarlong(in);
    long resentAt = ByteUtils.readVarlong(in);
    MinuteRhythm rhythm = (has & HAS_RHYTHM) == 0 ? null : readRhythm(in);
    LevelWatch minute = readLevel(DataLevel.MINUTE, has, in);
    LevelWatch hour = readLevel(DataLevel.HOUR, has, in);
    LevelWatch day = readLevel(DataLevel.DAY, has, in);
    return new StationWatch(
        rhythm, minute, hour, day, askedAt, resentAt, readClock(in), readSplits(in));
  }

  private static int bit(DataLevel level) {
    return HAS_RHYTHM << (LEVELS.indexOf(level) + 1);
  }

  private static void write(MinuteRhythm rhythm, DataOutputStream out) throws IOException {
    ByteUtils.writeVarint(rhythm.stated(), out);
    write(rhythm.grid(), out);
    out.writeBoolean(rhythm.proven());
    ByteUtils.writeVarint(rhythm.last(), out);
    ByteUtils.writeVarint(rhythm.spacing(), out);
    ByteUtils.writeVarint(rhythm.even(), out);
    ByteUtils.writeVarint(rhythm.offSince(), out);
  }

  private static MinuteRhythm readRhythm(ByteBuffer in) {
    return new MinuteRhythm(
        ByteUtils.readVarint(in),
        readGrid(in),
        in.get() != 0,
        ByteUtils.readVarint(in),
        ByteUtils.readVarint(in),
        ByteUtils.readVarint(in),
        ByteUtils.readVarint(in));
  }

  private static void write(Grid grid, DataOutputStream out) throws IOException {
    ByteUtils.writeVarint(grid.step(), out);
    ByteUtils.writeVarint(grid.phase(), out);
  }

  private static Grid readGrid(ByteBuffer in) {
    return new Grid(ByteUtils.readVarint(in), ByteUtils.readVarint(in));
  }

  private static void write(LevelWatch level, DataOutputStream out) throws IOException {
    Gaps gaps = level.gaps();
    write(gaps.grid(), out);
    ByteUtils.writeVarint(gaps.first(), out);
    ByteUtils.writeVarint(gaps.frontier() - gaps.first(), out);
    ByteUtils.writeVarint(gaps.missing().size(), out);
    int before = gaps.first();
    for (Gap gap : gaps.missing()) {
      ByteUtils.writeVarint(gap.from() - before, out);
      ByteUtils.writeVarint(gap.to() - gap.from(), out);
      ByteUtils.writeVarint(gap.attempts(), out);
      ByteUtils.writeVarint(gap.refusals(), out);
      ByteUtils.writeVarlong(gap.isDue() ? (gap.notBefore() - gap.to() * 60L) * 2 + 1 : 0, out);
      before = gap.to();
    }
    ByteUtils.writeVarint(level.announced().size(), out);
    before = gaps.first();
    for (Announced stretch : level.announced()) {
      ByteUtils.writeVarint(stretch.from() - before, out);
      ByteUtils.writeVarint(stretch.to() - stretch.from(), out);
      ByteUtils.writeVarint(stretch.givenUp(), out);
      before = stretch.to();
    }
    LevelWatch.OpenRequest open = level.open();
    ByteUtils.writeVarint(open == null ? 0 : open.attempt(), out);
    if (open != null) {
      ByteUtils.writeVarint(open.from(), out);
      ByteUtils.writeVarint(open.to() - open.from(), out);
      ByteUtils.writeVarlong(open.expiresAt(), out);
    }
  }

  private static LevelWatch readLevel(DataLevel level, int has, ByteBuffer in) {
    if ((has & bit(level)) == 0) {
      return null;
    }
    Grid grid = readGrid(in);
    int first = ByteUtils.readVarint(in);
    int frontier = first + ByteUtils.readVarint(in);
    List<Gap> missing = new ArrayList<>();
    int before = first;
    for (int left = ByteUtils.readVarint(in); left > 0; left--) {
      int from = before + ByteUtils.readVarint(in);
      int to = from + ByteUtils.readVarint(in);
      int attempts = ByteUtils.readVarint(in);
      int refusals = ByteUtils.readVarint(in);
      long due = ByteUtils.readVarlong(in);
      missing.add(new Gap(from, to, attempts, refusals, due == 0 ? 0 : (due - 1) / 2 + to * 60L));
      before = to;
    }
    List<Announced> announced = new ArrayList<>();
    before = first;
    for (int left = ByteUtils.readVarint(in); left > 0; left--) {
      int from = before + ByteUtils.readVarint(in);
      int to = from + ByteUtils.readVarint(in);
      announced.add(new Announced(from, to, ByteUtils.readVarint(in)));
      before = to;
    }
    return new LevelWatch(level, new Gaps(grid, first, frontier, missing), announced, readOpen(in));
  }

  private static LevelWatch.OpenRequest readOpen(ByteBuffer in) {
    int attempt = ByteUtils.readVarint(in);
    if (attempt == 0) {
      return null;
    }
    int from = ByteUtils.readVarint(in);
    int to = from + ByteUtils.readVarint(in);
    return new LevelWatch.OpenRequest(from, to, attempt, ByteUtils.readVarlong(in));
  }

  private static void write(ClockWatch clock, DataOutputStream out) throws IOException {
    ByteUtils.writeVarint(clock.late().size(), out);
    for (ClockWatch.Sample sample : clock.late()) {
      ByteUtils.writeVarlong(sample.receivedAtMillis(), out);
      ByteUtils.writeVarlong(sample.skewMillis(), out);
    }
    ByteUtils.writeVarlong(clock.offSince(), out);
    ByteUtils.writeVarlong(clock.skewMillis(), out);
    ByteUtils.writeVarint(clock.right(), out);
    ByteUtils.writeVarlong(clock.setAt(), out);
  }

  private static ClockWatch readClock(ByteBuffer in) {
    List<ClockWatch.Sample> late = new ArrayList<>();
    for (int left = ByteUtils.readVarint(in); left > 0; left--) {
      late.add(new ClockWatch.Sample(ByteUtils.readVarlong(in), ByteUtils.readVarlong(in)));
    }
    return new ClockWatch(
        late,
        ByteUtils.readVarlong(in),
        ByteUtils.readVarlong(in),
        ByteUtils.readVarint(in),
        ByteUtils.readVarlong(in));
  }

  private static void write(SplitWatch splits, DataOutputStream out) throws IOException {
    ByteUtils.writeVarint(splits.packets().size(), out);
    for (SplitPacket packet : splits.packets()) {
      ByteUtils.writeVarint(
          packet.level() == null ? REAL_TIME : LEVELS.indexOf(packet.level()), out);
      ByteUtils.writeVarlong(packet.at(), out);
      ByteUtils.writeVarint(packet.parts(), out);
      ByteUtils.writeVarlong(packet.seen(), out);
      ByteUtils.writeVarlong(packet.since(), out);
      ByteUtils.writeVarint(STATES.indexOf(packet.state()), out);
    }
  }

  private static SplitWatch readSplits(ByteBuffer in) {
    List<SplitPacket> packets = new ArrayList<>();
    for (int left = ByteUtils.readVarint(in); left > 0; left--) {
      int level = ByteUtils.readVarint(in);
      packets.add(
          new SplitPacket(
              level == REAL_TIME ? null : LEVELS.get(level),
              ByteUtils.readVarlong(in),
              ByteUtils.readVarint(in),
              ByteUtils.readVarlong(in),
              ByteUtils.readVarlong(in),
              STATES.get(ByteUtils.readVarint(in))));
    }
    return new SplitWatch(packets);
  }
}
