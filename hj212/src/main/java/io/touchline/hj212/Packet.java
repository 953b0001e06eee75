package io.touchline.hj212;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A view over the bytes of one accepted frame (数据包). Texts are made when asked for. Fields are
 * found by name in any order; texts are {@code ""} where the field is absent.
 */
public final class Packet {

  private static final int VERSION_BITS = ~3;
  private static final int ASKS = 1;
  private static final String SURFACE_WATER = "21";

  private final byte[] bytes;
  private final int[] index;
  private final int flag;
  private final boolean enciphered;

  /**
   * A key in every map on the packet's way, so it is made once; threads that race make the same.
   */
  private String mn;

  /**
   * A packet over a whole frame.
   *
   * @param index as {@link PacketIndex} made it of the same bytes
   */
  Packet(byte[] bytes, int[] index) {
    this(bytes, index, false);
  }

  private Packet(byte[] bytes, int[] index, boolean enciphered) {
    this.bytes = bytes;
    this.index = index;
    this.flag = flagOf(bytes, index[PacketIndex.FLAG]);
    this.enciphered = enciphered;
  }

  /** The same packet, known to have come enciphered. */
  Packet asEnciphered() {
    return new Packet(bytes, index, true);
  }

  /**
   * The frame as it came, {@code ##} to the line break if it had one. Not copied: the array is the
   * decoder's input, and nobody may write to it. Of an {@link #enciphered} packet it is the
   * readable frame, with the check code and line break that came: not the bytes on the wire.
   */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * The frame as the standard would have it, for others who do not know the sender's dialect:
   * length, check code and line break anew, the segment byte for byte. So a frame that was right,
   * with its code in upper case, comes out as it came.
   */
  public byte[] toFrame() {
    int check = PacketIndex.to(index[PacketIndex.CP]) + 2;
    return PacketWriter.frame(
        Arrays.copyOfRange(bytes, DialectReading.segmentStart(bytes, check), check));
  }

  /** Whether the frame came with CP enciphered by SM4 (HJ 212-2025 6.4). */
  public boolean enciphered() {
    return enciphered;
  }

  /**
   * The edition by the version bits of Flag. Version 2 with system code 21 is the older national
   * surface-water use of HJ 212-2017, see {@link #surfaceWater()}.
   */
  public Edition edition() {
    return Edition.of(flag, surfaceWater());
  }

  /** System code (系统编码) 21: surface water, where version bits 2 do not mean HJ 212-2025. */
  public boolean surfaceWater() {
    return Wire.is(bytes, index[PacketIndex.ST], SURFACE_WATER);
  }

  /** Request number (请求编码): the sender's time to the millisecond, 17 digits where it is right. */
  public String qn() {
    return header(PacketIndex.QN);
  }

  /** The QN that this packet belongs to: the header's, or in the 2005 way the one inside CP. */
  public String exchangeQn() {
    String own = qn();
    return own.isEmpty() ? value("QN") : own;
  }

  /** System code (系统编码), two characters by the standard: 31 is air, 32 waste water. */
  public String st() {
    return header(PacketIndex.ST);
  }

  /** Command code (命令编码), see {@link CommandCode}. */
  public String cn() {
    return header(PacketIndex.CN);
  }

  /** Password (访问密码). */
  public String pw() {
    return header(PacketIndex.PW);
  }

  /**
   * Device id (设备唯一标识), an opaque text of 1 to 64 printable ASCII characters. Empty only in the
   * 2025 edition's 1001, by which a new logger asks for one, and in the answer to it.
   */
  public String mn() {
    String text = mn;
    if (text == null) {
      text = header(PacketIndex.MN);
      mn = text;
    }
    return text;
  }

  /** The number in Flag, version * 4 + split * 2 + answer wanted; -1 when absent or unreadable. */
  public int flag() {
    return flag;
  }

  /** Whether the sender wants an answer: bit 0 of Flag. */
  public boolean wantsAnswer() {
    return flag >= 0 && (flag & ASKS) != 0;
  }

  /** Which part of a split packet (拆分包) this is, from 1; 0 when PNO is absent. */
  public int part() {
    return Math.max(0, Wire.number(bytes, index[PacketIndex.PNO]));
  }

  /** How many parts the split packet has; 0 when PNUM is absent. */
  public int parts() {
    return Math.max(0, Wire.number(bytes, index[PacketIndex.PNUM]));
  }

  /** Whether the upload is a backfill (补传): RF=1, new in HJ 212-2025. */
  public boolean resent() {
    return Wire.is(bytes, index[PacketIndex.RF], "1");
  }

  /** The first 14 digits of DataTime, China time; empty when absent or no time. */
  public Optional<LocalDateTime> dataTime() {
    return DataTimes.second(value("DataTime"));
  }

  /** QN as China time; empty when it is not a time of 17 digits. */
  public Optional<LocalDateTime> qnTime() {
    return DataTimes.milli(qn());
  }

  /**
   * All of the data segment before what stands in CP, {@code QN=...;Flag=5;CP=&&}, as it came: one
   * character a byte. It holds the password.
   */
  public String head() {
    int from = segment();
    int to = parameters().from();
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** Where the segment begins: a length field that is right has four digits, another any number. */
  private int segment() {
    int end = parameters().to() + 2;
    int four = FrameScanner.HEAD;
    if (Wire.number(bytes, PacketIndex.range(2, four)) == end - four) {
      return four;
    }
    int from = 2;
    while (bytes[from] >= '0' && bytes[from] <= '9') {
      from++;
    }
    return from;
  }

  /** The command parameters (指令参数 CP), over the same bytes. */
  public Parameters parameters() {
    return new Parameters(bytes, index);
  }

  /** Every {@code name=value} of CP, in order, repeated ones too. */
  public List<Item> items() {
    return parameters().items();
  }

  /** As {@link Parameters#factors}. */
  public Map<String, Map<String, String>> factors() {
    return parameters().factors();
  }

  /** The value of a plain name in CP, its case as given, the last where repeated; else empty. */
  public String value(String name) {
    return parameters().value(name);
  }

  int[] index() {
    return index;
  }

  /** Flag with only its version bits, as an answer carries it; -1 when there is none. */
  int versionFlag() {
    return flag < 0 ? flag : flag & VERSION_BITS;
  }

  @Override
  public String toString() {
    return "Packet[ST=" + st() + " CN=" + cn() + " MN=" + mn() + " QN=" + qn() + "]";
  }

  private String header(int slot) {
    return Wire.text(bytes, index[slot]);
  }

  /** The last dash of a name with something on both sides, -1 when the name is plain. */
  static int dash(byte[] bytes, int key) {
    int first = PacketIndex.from(key);
    for (int i = PacketIndex.to(key) - 2; i > first; i--) {
      if (bytes[i] == '-') {
        return i;
      }
    }
    return -1;
  }

  private static int flagOf(byte[] bytes, int range) {
    int flag = Wire.number(bytes, range);
    return flag > 255 ? -1 : flag;
  }
}
