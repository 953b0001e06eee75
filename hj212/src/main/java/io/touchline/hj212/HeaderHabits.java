package io.touchline.hj212;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a sender does to the header fields that HJ 212-2017 tables 2, 3 and 5 do not say. */
final class HeaderHabits {

  private static final int PASSWORD = 6;
  private static final int LONGEST_MN = 24;
  private static final int SPLIT_DIGITS_2025 = 1;

  /** HJ 212-2017 table 5, and 44 and 45 of HJ 212-2025 at second hand; A0 to Z9 are free. */
  private static final Set<String> SYSTEMS =
      Set.of(
          "21", "22", "23", "24", "25", "26", "27", "31", "32", "33", "34", "35", "36", "37", "38",
          "39", "41", "44", "45", "51", "52", "91");

  private final Packet packet;
  private final byte[] bytes;
  private final int[] index;
  private final Set<Diagnosis> found = EnumSet.noneOf(Diagnosis.class);

  private HeaderHabits(Packet packet) {
    this.packet = packet;
    this.bytes = packet.bytes();
    this.index = packet.index();
  }

  /** The habits that a packet shows, whose segment is {@code bytes[from, check)}. */
  static List<Diagnosis> of(Packet packet, int from, int check) {
    HeaderHabits habits = new HeaderHabits(packet);
    habits.ends(from, check);
    habits.order();
    habits.codes();
    habits.sender();
    habits.flag();
    habits.parts();
    habits.answer();
    return List.copyOf(habits.found);
  }

  private void ends(int from, int check) {
    int last = bytes.length - 1;
    noteIf(bytes[last] == '\n' && bytes[last - 1] != '\r', Diagnosis.LF_ONLY);
    for (int i = from; i + 1 < check; i++) {
      noteIf(bytes[i] == '#' && bytes[i + 1] == '#', Diagnosis.HEAD_IN_TEXT);
    }
    for (int i = from; i < PacketIndex.from(index[PacketIndex.CP]); i++) {
      noteIf(bytes[i] == ' ' || bytes[i] == '\t', Diagnosis.BLANKS);
    }
  }

  private void order() {
    int before = 0;
    for (int slot = PacketIndex.QN; slot <= PacketIndex.RF; slot++) {
      if (index[slot] != 0) {
        noteIf(PacketIndex.from(index[slot]) < before, Diagnosis.HEADER_ORDER);
        before = PacketIndex.from(index[slot]);
      }
    }
  }

  private void codes() {
    noteIf(CommandCode.of(packet.cn()).isEmpty(), Diagnosis.CN_UNKNOWN);
    String st = packet.st();
    boolean free =
        st.length() == 2
            && st.charAt(0) >= 'A'
            && st.charAt(0) <= 'Z'
            && Character.digit(st.charAt(1), 10) >= 0;
    noteIf(!free && !SYSTEMS.contains(st), Diagnosis.ST_UNKNOWN);
  }

  private void sender() {
    int length = packet.pw().length();
    noteIf(length == 0, Diagnosis.PW_MISSING);
    noteIf(length != 0 && length != PASSWORD, Diagnosis.PW_ODD);
    String mn = packet.mn();
    boolean plain = mn.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
    noteIf(!plain || mn.length() > LONGEST_MN, Diagnosis.MN_ODD);
  }

  private void flag() {
    noteIf(index[PacketIndex.FLAG] == 0 && !packet.qn().isEmpty(), Diagnosis.FLAG_MISSING);
    boolean newest = Edition.of(packet.flag(), false) == Edition.V2025;
    noteIf(newest && packet.surfaceWater(), Diagnosis.SURFACE_WATER_FLAG);
    boolean backfill = packet.resent() && packet.edition() == Edition.V2025;
    noteIf(index[PacketIndex.RF] != 0 && !backfill, Diagnosis.RF_ODD);
  }

  private void parts() {
    int pnum = index[PacketIndex.PNUM];
    int pno = index[PacketIndex.PNO];
    if (pnum == 0 || pno == 0) {
      return;
    }
    boolean counted = packet.part() >= 1 && packet.part() <= packet.parts();
    noteIf(!counted, Diagnosis.PART_NUMBER_ODD);
    int digits = Math.max(length(pnum), length(pno));
    noteIf(
        packet.edition() == Edition.V2025 && digits > SPLIT_DIGITS_2025, Diagnosis.PARTS_OVER_NINE);
  }

  private void answer() {
    boolean answer =
        switch (packet.cn()) {
          case "9011", "9012", "9013", "9014" -> true;
          default -> false;
        };
    noteIf(answer && packet.wantsAnswer(), Diagnosis.ANSWER_ASKS_FOR_ANSWER);
    noteIf(answer && !packet.st().equals("91"), Diagnosis.ANSWER_WITHOUT_ST_91);
  }

  private static int length(int range) {
    return PacketIndex.to(range) - PacketIndex.from(range);
  }

  private void noteIf(boolean odd, Diagnosis diagnosis) {
    if (odd) {
      found.add(diagnosis);
    }
  }
}
