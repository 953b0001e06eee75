package io.touchline.streams;

import io.touchline.streams.Happening.EntryCame;
import io.touchline.streams.Happening.FrameCame;
import io.touchline.streams.Happening.MarkCame;
import io.touchline.streams.Happening.SampleCame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * What may befall the way to a journal. None of it changes what was said of the discharge, so none
 * of it may change what stands in the end. Entries of one outlet keep their order, since the last
 * stands, and the first comes before all frames but where it is said otherwise.
 */
enum Disturbance {
  /** Nothing but a journal that ends and one that goes on, now and then. */
  RESTARTED,
  /** Neighbours change places. */
  SHUFFLED_IN_PART,
  SHUFFLED,
  REPEATED,
  /** The gateway had some frames in time, and the journal has them days later. */
  HELD_UP,
  /** The gateway has some frames days later. */
  DELAYED,
  /** Uploads come in parts, and parts of different uploads one among the other. */
  SPLIT,
  /** The registry knows an outlet only when its frames have come for a while. */
  ENTERED_LATE,
  /** All of it at once. */
  ALL_AT_ONCE;

  private static final int NEIGHBOURS = 40;

  boolean restarts() {
    return this == RESTARTED || this == ALL_AT_ONCE;
  }

  /** Whether the gateway has something at another time than it had. */
  boolean changesReceipt() {
    return this == DELAYED || this == ALL_AT_ONCE;
  }

  /** Before which happenings the journal is started anew: somewhere, and near the end. */
  Set<Integer> restarts(int happenings, Random random) {
    return restarts()
        ? Set.of(random.nextInt(happenings / 2), happenings - 1 - random.nextInt(happenings / 10))
        : Set.of();
  }

  List<Happening> of(List<Happening> plain, Random random) {
    List<Happening> disturbed = new ArrayList<>(plain);
    switch (this) {
      case RESTARTED -> {
        return plain;
      }
      case SHUFFLED_IN_PART -> shuffleInPart(disturbed, random);
      case SHUFFLED -> Collections.shuffle(disturbed, random);
      case REPEATED -> disturbed = repeated(plain, random);
      case HELD_UP -> disturbed = heldUp(plain, random);
      case DELAYED -> disturbed = delayed(plain, random);
      case SPLIT -> {
        disturbed = split(plain, random);
        shuffleInPart(disturbed, random);
      }
      case ENTERED_LATE -> {
        return inOrderOfEntries(enteredLate(plain, random), plain);
      }
      case ALL_AT_ONCE -> {
        disturbed = heldUp(repeated(split(delayed(plain, random), random), random), random);
        shuffleInPart(disturbed, random);
        return inOrderOfEntries(enteredLate(disturbed, random), plain);
      }
    }
    return entriesFirst(inOrderOfEntries(disturbed, plain));
  }

  private static void shuffleInPart(List<Happening> all, Random random) {
    for (int at = 0; at < all.size(); at += NEIGHBOURS) {
      if (random.nextBoolean()) {
        Collections.shuffle(all.subList(at, Math.min(all.size(), at + NEIGHBOURS)), random);
      }
    }
  }

  /** Frames come again with a later receipt: one that says no time of sending would be news. */
  private static List<Happening> repeated(List<Happening> all, Random random) {
    List<Happening> repeated = new ArrayList<>();
    for (Happening one : all) {
      repeated.add(one);
      Happening earlier = repeated.get(random.nextInt(repeated.size()));
      if (random.nextInt(3) == 0) {
        againAt(earlier, one.at()).ifPresent(repeated::add);
      }
    }
    return repeated;
  }

  private static Optional<Happening> againAt(Happening earlier, Instant at) {
    if (earlier instanceof FrameCame frame && frame.upload().qn() != null) {
      Instant later = at.isAfter(frame.at()) ? at : frame.at();
      return Optional.of(new FrameCame(frame.upload(), frame.frame(), later));
    }
    return earlier instanceof MarkCame || earlier instanceof SampleCame
        ? Optional.of(earlier)
        : Optional.empty();
  }

  private static List<Happening> heldUp(List<Happening> all, Random random) {
    List<Happening> others = new ArrayList<>();
    List<Happening> held = new ArrayList<>();
    all.forEach(
        one -> (one instanceof FrameCame && random.nextInt(7) == 0 ? held : others).add(one));
    for (Happening one : held) {
      int place = Math.min(all.indexOf(one), others.size());
      others.add(place + random.nextInt(others.size() - place + 1), one);
    }
    return others;
  }

  private static List<Happening> delayed(List<Happening> all, Random random) {
    List<Happening> delayed = new ArrayList<>();
    for (Happening one : all) {
      boolean late =
          one instanceof FrameCame frame && frame.upload().qn() != null && random.nextInt(7) == 0;
      delayed.add(late ? daysLater((FrameCame) one, random) : one);
    }
    delayed.sort(Comparator.comparing(Happening::at));
    return delayed;
  }

  private static Happening daysLater(FrameCame frame, Random random) {
    Duration later = Duration.ofMinutes(24 * 60 + random.nextInt(4 * 24 * 60));
    return new FrameCame(frame.upload(), frame.frame(), frame.at().plus(later));
  }

  /** An upload that the hash decides about is not split: its parts have other hashes. */
  private static List<Happening> split(List<Happening> all, Random random) {
    Map<String, List<SentUpload>> moments = new HashMap<>();
    for (Happening one : all) {
      if (one instanceof FrameCame frame) {
        moments
            .computeIfAbsent(
                frame.upload().mn() + frame.upload().cn() + frame.upload().dataTime(),
                key -> new ArrayList<>())
            .add(frame.upload());
      }
    }
    List<Happening> split = new ArrayList<>();
    for (Happening one : all) {
      if (one instanceof FrameCame frame && random.nextBoolean() && !isTied(frame, moments)) {
        List<byte[]> parts = new ArrayList<>(frame.upload().parts(2 + random.nextInt(3)));
        Collections.shuffle(parts, random);
        parts.forEach(part -> split.add(new FrameCame(frame.upload(), part, frame.at())));
      } else {
        split.add(one);
      }
    }
    return split;
  }

  private static boolean isTied(FrameCame frame, Map<String, List<SentUpload>> moments) {
    SentUpload upload = frame.upload();
    return moments.get(upload.mn() + upload.cn() + upload.dataTime()).stream()
        .anyMatch(other -> !other.equals(upload) && other.tiesWith(upload));
  }

  private static List<Happening> enteredLate(List<Happening> all, Random random) {
    List<Happening> late = new ArrayList<>(all);
    List<Happening> entries = all.stream().filter(EntryCame.class::isInstance).toList();
    late.removeAll(entries);
    entries.forEach(entry -> late.add(random.nextInt(late.size() + 1), entry));
    return late;
  }

  /** Puts the entries of each outlet into the places that they have, in their own order. */
  private static List<Happening> inOrderOfEntries(List<Happening> all, List<Happening> plain) {
    Map<String, Deque<EntryCame>> entries = new HashMap<>();
    for (Happening one : plain) {
      if (one instanceof EntryCame entry) {
        entries.computeIfAbsent(entry.entry().mn(), mn -> new ArrayDeque<>()).add(entry);
      }
    }
    List<Happening> ordered = new ArrayList<>();
    for (Happening one : all) {
      ordered.add(one instanceof EntryCame entry ? entries.get(entry.entry().mn()).remove() : one);
    }
    return ordered;
  }

  private static List<Happening> entriesFirst(List<Happening> all) {
    List<Happening> first = new ArrayList<>();
    List<Happening> rest = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Happening one : all) {
      boolean isFirst = one instanceof EntryCame entry && seen.add(entry.entry().mn());
      (isFirst ? first : rest).add(one);
    }
    first.addAll(rest);
    return first;
  }
}
