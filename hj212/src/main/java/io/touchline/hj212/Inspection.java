package io.touchline.hj212;

import java.util.ArrayList;
import java.util.List;

/** What is odd about a frame that was accepted all the same. Allocates little when nothing is. */
final class Inspection {

  private static final int STANDARD_SEGMENT = 1024;
  private static final int SPLIT = 2;
  private static final int NEWEST_FLAG = 11;

  private final Packet packet;
  private final byte[] bytes;
  private final int[] index;
  private List<Diagnosis> found = List.of();

  private Inspection(Packet packet) {
    this.packet = packet;
    this.bytes = packet.bytes();
    this.index = packet.index();
  }

  static List<Diagnosis> of(Packet packet, int check, boolean crlfMissing) {
    Inspection inspection = new Inspection(packet);
    inspection.frame(check, crlfMissing);
    inspection.header();
    inspection.items();
    return inspection.found.isEmpty() ? List.of() : List.copyOf(inspection.found);
  }

  private void frame(int check, boolean crlfMissing) {
    noteIf(hasLowerCase(check), Diagnosis.LOWER_CASE_CRC);
    noteIf(crlfMissing, Diagnosis.NO_CRLF);
    noteIf(check - 6 > STANDARD_SEGMENT, Diagnosis.SEGMENT_OVER_1024);
    if (has(PacketIndex.NOTE_NOT_ASCII) && !Wire.isUtf8(bytes, 6, check)) {
      note(Wire.isGbk(bytes, 6, check) ? Diagnosis.GBK_TEXT : Diagnosis.UNREADABLE_TEXT);
    }
  }

  private void header() {
    noteIf(has(PacketIndex.NOTE_HEADER_SEPARATOR), Diagnosis.HEADER_SEPARATOR);
    noteIf(has(PacketIndex.NOTE_FIELD_ODD), Diagnosis.FIELD_ODD);
    int qn = index[PacketIndex.QN];
    if (PacketIndex.from(qn) == PacketIndex.to(qn)) {
      // By 2005 a logger sends neither QN nor Flag, or the QN inside CP: nothing to mend there.
      noteIf(index[PacketIndex.FLAG] != 0 && packet.exchangeQn().isEmpty(), Diagnosis.QN_MISSING);
    } else {
      noteIf(!DataTimes.isMilli(bytes, PacketIndex.from(qn), PacketIndex.to(qn)), Diagnosis.QN_ODD);
    }
    int flag = packet.flag();
    noteIf(index[PacketIndex.FLAG] != 0 && (flag < 0 || flag > NEWEST_FLAG), Diagnosis.FLAG_ODD);
    boolean parts = packet.part() > 0 && packet.parts() > 0;
    noteIf(flag >= 0 && (flag & SPLIT) != 0 && !parts, Diagnosis.SPLIT_BIT_WITHOUT_PARTS);
    noteIf(parts && (flag < 0 || (flag & SPLIT) == 0), Diagnosis.PARTS_WITHOUT_SPLIT_BIT);
  }

  private void items() {
    boolean lowerCaseFlag = false;
    boolean timed = false;
    boolean any = index[PacketIndex.END] > PacketIndex.ITEMS;
    Keys keys = new Keys(bytes, index);
    for (int i = PacketIndex.ITEMS; i < index[PacketIndex.END]; i += 2) {
      int key = index[i];
      if (Packet.dash(bytes, key) >= 0) {
        lowerCaseFlag |= endsInLowerCaseFlag(key);
        keys.add(i);
      } else if (Wire.is(bytes, key, "DataTime")) {
        int time = index[i + 1];
        timed = DataTimes.isSecond(bytes, PacketIndex.from(time), PacketIndex.to(time));
      }
    }
    noteIf(lowerCaseFlag, Diagnosis.FLAG_KEY_CASE);
    noteIf(keys.repeated(), Diagnosis.FACTOR_REPEATED);
    noteIf(any && !timed && isPeriodData(), Diagnosis.DATA_TIME_ODD);
  }

  /** 2011, 2031, 2051 and 2061 going up; as a request they hold BeginTime or nothing. */
  private boolean isPeriodData() {
    int cn = index[PacketIndex.CN];
    boolean data =
        Wire.is(bytes, cn, "2011")
            || Wire.is(bytes, cn, "2031")
            || Wire.is(bytes, cn, "2051")
            || Wire.is(bytes, cn, "2061");
    return data && packet.value("BeginTime").isEmpty();
  }

  private boolean endsInLowerCaseFlag(int key) {
    int to = PacketIndex.to(key);
    return bytes[to - 1] == 'g'
        && bytes[to - 4] == 'f'
        && bytes[to - 3] == 'l'
        && bytes[to - 2] == 'a'
        && bytes[to - 5] == '-';
  }

  private boolean hasLowerCase(int check) {
    for (int i = check; i < check + 4; i++) {
      if (bytes[i] >= 'a') {
        return true;
      }
    }
    return false;
  }

  private boolean has(int note) {
    return (index[PacketIndex.NOTES] & note) != 0;
  }

  private void noteIf(boolean odd, Diagnosis diagnosis) {
    if (odd) {
      note(diagnosis);
    }
  }

  private void note(Diagnosis diagnosis) {
    if (found.isEmpty()) {
      found = new ArrayList<>();
    }
    found.add(diagnosis);
  }
}
