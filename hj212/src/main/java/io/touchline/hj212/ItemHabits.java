package io.touchline.hj212;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a sender does to the items of CP that HJ 212-2017 table 4 and appendix B do not say. */
final class ItemHabits {

  private static final String STANDARD_SAMPLE = "2062";
  private static final String REAL_TIME = "2011";
  private static final String ELECTRICITY = "44";
  private static final String CONDITIONS = "45";

  /** No type of tables B.1 and B.2 has more. */
  private static final int MOST_DECIMALS = 4;

  private static final int SECOND_DIGITS = 14;

  /** A period's end may be stamped on it, and clocks differ. */
  private static final Duration AHEAD = Duration.ofHours(1);

  private static final Duration BEHIND = Duration.ofDays(1);

  /** The plain names of the three editions. The standard prints both CTime and Ctime. */
  private static final Set<String> NAMES =
      Set.of(
          "DataTime",
          "QN",
          "QnRtn",
          "ExeRtn",
          "PolId",
          "InfoId",
          "BeginTime",
          "EndTime",
          "SystemTime",
          "OverTime",
          "ReCount",
          "RtdInterval",
          "MinInterval",
          "PW",
          "NewPW",
          "VaseNo",
          "CstartTime",
          "CTime",
          "Ctime",
          "Stime",
          "RestartTime",
          "SKCreateTime",
          "NewSK",
          "CalibrationType",
          "WarnTime",
          "AlarmTarget",
          "ReportTime",
          "AlarmTime",
          "AlarmType");

  private static final Set<String> MEASURED =
      Set.of(
          "Rtd",
          "Avg",
          "Min",
          "Max",
          "Cou",
          "ZsRtd",
          "ZsAvg",
          "ZsMin",
          "ZsMax",
          "RawRtd",
          "RawAvg",
          "RawMin",
          "RawMax",
          "Data",
          "DayData",
          "NightData");

  private final Packet packet;
  private final byte[] bytes;
  private final int[] index;
  private final String st;
  private final Set<Diagnosis> found = EnumSet.noneOf(Diagnosis.class);

  private ItemHabits(Packet packet) {
    this.packet = packet;
    this.bytes = packet.bytes();
    this.index = packet.index();
    this.st = packet.st();
  }

  static List<Diagnosis> of(Packet packet) {
    ItemHabits habits = new ItemHabits(packet);
    habits.spacing();
    Item before = null;
    int at = PacketIndex.ITEMS;
    for (Item item : packet.items()) {
      habits.name(item);
      habits.value(item);
      if (before != null) {
        habits.neighbours(before, item, habits.separator(at));
      }
      before = item;
      at += 2;
    }
    habits.time();
    return List.copyOf(habits.found);
  }

  private void spacing() {
    int cp = index[PacketIndex.CP];
    int at = PacketIndex.from(cp);
    for (int i = PacketIndex.ITEMS; i < index[PacketIndex.END]; i += 2) {
      gap(at, PacketIndex.from(index[i]), i == PacketIndex.ITEMS ? 0 : 1);
      gap(PacketIndex.to(index[i]), PacketIndex.from(index[i + 1]), 0);
      at = PacketIndex.to(index[i + 1]);
    }
    gap(at, PacketIndex.to(cp), 0);
  }

  /** Looks at what stands between two texts; a piece that is no item is another matter. */
  private void gap(int from, int to, int separators) {
    int count = 0;
    boolean blanks = false;
    for (int i = from; i < to; i++) {
      switch (bytes[i]) {
        case ';', ',', '&' -> count++;
        case ' ', '\t', '\r', '\n' -> blanks = true;
        case '=' -> {}
        default -> {
          return;
        }
      }
    }
    noteIf(blanks, Diagnosis.BLANKS);
    noteIf(count > separators, Diagnosis.EXTRA_SEPARATOR);
  }

  private void name(Item item) {
    if (item.factor().isEmpty()) {
      noteIf(item.key().equalsIgnoreCase("Flag"), Diagnosis.BARE_FLAG);
      noteIf(isMisspelt(item.key()), Diagnosis.NAME_SPELLING);
      return;
    }
    String sent = item.key().substring(item.key().length() - item.suffix().length());
    noteIf(!Suffixes.isKnown(item.suffix()), Diagnosis.SUFFIX_UNKNOWN);
    noteIf(!sent.equals(item.suffix()) && !sent.equals("flag"), Diagnosis.SUFFIX_CASE);
    char letter = item.factor().charAt(0);
    boolean other = (st.equals("31") && letter == 'w') || (st.equals("32") && letter == 'a');
    noteIf(other && item.factor().length() == 6, Diagnosis.FACTOR_OF_OTHER_MEDIUM);
  }

  private void value(Item item) {
    if (!MEASURED.contains(item.suffix()) || st.equals(CONDITIONS)) {
      return;
    }
    String value = item.value();
    int point = value.indexOf('.');
    int sign = value.startsWith("-") || value.startsWith("+") ? 1 : 0;
    boolean number = value.length() > sign && point != sign && point != value.length() - 1;
    for (int i = sign; i < value.length(); i++) {
      number &= i == point || Character.digit(value.charAt(i), 10) >= 0;
    }
    noteIf(!number, Diagnosis.VALUE_NOT_NUMBER);
    noteIf(
        number && point >= 0 && value.length() - point - 1 > MOST_DECIMALS,
        Diagnosis.VALUE_TOO_FINE);
  }

  private void neighbours(Item before, Item item, char separator) {
    if (item.factor().isEmpty() || !item.factor().equals(before.factor())) {
      return;
    }
    boolean same = item.suffix().equals(before.suffix());
    // HJ 212-2025 C.59 divides them so, at second hand; HJ 212-2017 C.28 does so for noise.
    boolean usual = packet.cn().equals(STANDARD_SAMPLE) || item.suffix().endsWith("Data");
    noteIf(separator == ';' && !same && !usual, Diagnosis.FACTOR_IN_PIECES);
    boolean flag = before.suffix().equals("Flag") && !item.suffix().equals("EFlag");
    noteIf(flag && !same && separator == ',', Diagnosis.FLAG_BEFORE_VALUE);
  }

  private void time() {
    String text = packet.value("DataTime");
    noteIf(
        text.length() > SECOND_DIGITS && packet.dataTime().isPresent(), Diagnosis.DATA_TIME_DIGITS);
    Optional<LocalDateTime> sent = packet.qnTime();
    Optional<LocalDateTime> time = packet.dataTime();
    if (sent.isEmpty() || time.isEmpty()) {
      return;
    }
    boolean ahead = time.get().isAfter(sent.get().plus(AHEAD));
    boolean live = packet.cn().equals(REAL_TIME) && !packet.resent() && !st.equals(ELECTRICITY);
    boolean behind = live && time.get().isBefore(sent.get().minus(BEHIND));
    noteIf(ahead || behind, Diagnosis.DATA_TIME_FAR_FROM_QN);
  }

  /** The separator before the item at an index position; 0 where none stands there. */
  private char separator(int position) {
    for (int i = PacketIndex.from(index[position]) - 1;
        i >= PacketIndex.to(index[position - 1]);
        i--) {
      if (bytes[i] == ';' || bytes[i] == ',') {
        return (char) bytes[i];
      }
    }
    return 0;
  }

  private static boolean isMisspelt(String name) {
    return !NAMES.contains(name)
        && NAMES.stream().anyMatch(known -> folded(known).equals(folded(name)));
  }

  /** Without case, and with the capital I and the small l that look alike as one. */
  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replace('l', 'i');
  }

  private void noteIf(boolean odd, Diagnosis diagnosis) {
    if (odd) {
      found.add(diagnosis);
    }
  }
}
