package io.touchline.hj212;

/**
 * What the parts of one split upload (拆分包) have in common. There is no id for it on the wire: each
 * part has a QN of its own (HJ 212-2017 C.49), so four fields stand in.
 *
 * @param dataTime its text in CP, empty where the parts have none
 * @param parts PNUM
 */
public record SplitId(String mn, String cn, String dataTime, int parts) {

  static SplitId of(Packet packet) {
    return new SplitId(packet.mn(), packet.cn(), packet.value("DataTime"), packet.parts());
  }
}
