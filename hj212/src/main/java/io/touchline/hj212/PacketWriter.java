package io.touchline.hj212;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Builds one frame: length in bytes, check code in upper case, CR LF. Header fields stand in the
 * order of HJ 212-2017 table 3 whatever the order of the calls; fields that are not set, or set to
 * null, are left out, one set to an empty text is written empty. Items keep the order of the calls.
 *
 * <p>Names and values are written as given, in UTF-8: separators in them are the caller's affair.
 */
public final class PacketWriter {

  private static final byte[] CRLF = {'\r', '\n'};
  private static final String CP_BEGIN = "CP=&&";
  private static final String CP_END = "&&";

  private String qn;
  private String st;
  private String cn;
  private String pw;
  private String mn;
  private int flag = -1;
  private int part;
  private int parts;
  private boolean resent;
  private String head;
  private Sm4Key key;
  private final ByteArrayOutputStream cp = new ByteArrayOutputStream();

  /** Request number, 17 digits, see {@link DataTimes#formatMilli}. */
  public PacketWriter qn(String value) {
    qn = value;
    return this;
  }

  /** System code. */
  public PacketWriter st(String value) {
    st = value;
    return this;
  }

  /** Command code. */
  public PacketWriter cn(String value) {
    cn = value;
    return this;
  }

  /** Password. */
  public PacketWriter pw(String value) {
    pw = value;
    return this;
  }

  /** Device id; empty where a new logger of 2025 has none yet. */
  public PacketWriter mn(String value) {
    mn = value;
    return this;
  }

  /** Flag as a number; a negative one leaves the field out. Set bit 1 beside {@link #part}. */
  public PacketWriter flag(int value) {
    flag = value;
    return this;
  }

  /** One part of a split packet: PNUM {@code of} parts, PNO {@code number} from 1. */
  public PacketWriter part(int number, int of) {
    part = number;
    parts = of;
    return this;
  }

  /** Marks a backfilled upload, RF=1 (HJ 212-2025). */
  public PacketWriter resent() {
    resent = true;
    return this;
  }

  /**
   * Enciphers the frame once it is built, length and check code being those of the plain one (HJ
   * 212-2025 6.4). The command code is not asked, see {@link Sm4#appliesTo}.
   */
  public PacketWriter enciphered(Sm4Key with) {
    key = with;
    return this;
  }

  /**
   * All that stands before the items, as {@link Packet#head} gives it, in the place of the header
   * fields: a frame whose header is not of the standard's shape is written again as it came.
   */
  public PacketWriter head(String asItCame) {
    head = asItCame;
    return this;
  }

  /** A new item of CP: {@code ;name=value}, without the {@code ;} when it is the first. */
  public PacketWriter item(String name, String value) {
    return write(';', name, value);
  }

  /** One more value of the item just begun: {@code ,name=value}. */
  public PacketWriter and(String name, String value) {
    return write(',', name, value);
  }

  /** All items of another CP, byte for byte. */
  public PacketWriter items(Parameters parameters) {
    byte[] more = parameters.bytes();
    if (cp.size() > 0 && more.length > 0) {
      cp.write(';');
    }
    cp.writeBytes(more);
    return this;
  }

  /**
   * One factor as an item: {@code factor("a21026", "Avg", "12.3", "Flag", "N")} gives {@code
   * a21026-Avg=12.3,a21026-Flag=N}.
   */
  public PacketWriter factor(String code, String... suffixesAndValues) {
    if (suffixesAndValues.length == 0 || suffixesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("factor " + code + " needs pairs of suffix and value");
    }
    item(code + '-' + suffixesAndValues[0], suffixesAndValues[1]);
    for (int i = 2; i < suffixesAndValues.length; i += 2) {
      and(code + '-' + suffixesAndValues[i], suffixesAndValues[i + 1]);
    }
    return this;
  }

  /** The data segment (数据段) alone, {@code QN=...;CP=&&...&&}. */
  public byte[] toSegment() {
    ByteArrayOutputStream segment = new ByteArrayOutputStream(160 + cp.size());
    segment.writeBytes(toHead().getBytes(StandardCharsets.ISO_8859_1));
    segment.writeBytes(cp.toByteArray());
    ascii(segment, CP_END);
    return segment.toByteArray();
  }

  /** All that stands before the items, as {@link Packet#head} would give it: a character a byte. */
  public String toHead() {
    if (head != null) {
      return head;
    }
    StringBuilder text = new StringBuilder(160);
    field(text, "QN", qn);
    field(text, "ST", st);
    field(text, "CN", cn);
    field(text, "PW", pw);
    field(text, "MN", mn);
    field(text, "Flag", flag < 0 ? null : Integer.toString(flag));
    field(text, "PNUM", parts == 0 ? null : Integer.toString(parts));
    field(text, "PNO", part == 0 ? null : Integer.toString(part));
    field(text, "RF", resent ? "1" : null);
    byte[] bytes = text.append(CP_BEGIN).toString().getBytes(StandardCharsets.UTF_8);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /**
   * The items alone, as a reader would find them: a separator inside a value divides it.
   *
   * @throws IllegalStateException when they are longer than any frame
   */
  public Parameters toParameters() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(16 + cp.size());
    ascii(whole, CP_BEGIN);
    whole.writeBytes(cp.toByteArray());
    ascii(whole, CP_END);
    byte[] bytes = checked(whole.toByteArray());
    return new Parameters(bytes, PacketIndex.of(bytes, 0, bytes.length));
  }

  /**
   * The whole frame.
   *
   * @throws IllegalStateException when the segment is over 9,999 bytes, which no length field can
   *     say; one over the standard's 1,024 is written
   */
  public byte[] toFrame() {
    byte[] segment = toSegment();
    byte[] frame = frame(segment);
    if (key != null) {
      int closing = FrameScanner.HEAD + segment.length - CP_END.length();
      Sm4.encipher(key, frame, closing - cp.size(), closing);
    }
    return frame;
  }

  /** A frame around any segment: for loggers simulated with faults, and for tests. */
  public static byte[] frame(byte[] segment) {
    int check = FrameScanner.HEAD + checked(segment).length;
    byte[] frame = Arrays.copyOf(head(segment.length), segment.length + FrameScanner.OVERHEAD);
    System.arraycopy(segment, 0, frame, FrameScanner.HEAD, segment.length);
    byte[] code = ascii(Crc.hex(Crc.of(segment, 0, segment.length)));
    System.arraycopy(code, 0, frame, check, code.length);
    System.arraycopy(CRLF, 0, frame, check + code.length, CRLF.length);
    return frame;
  }

  /** Head and length field of a segment of up to 9,999 bytes. */
  static byte[] head(int length) {
    // Not String.format: the gateway writes one for each frame that it acknowledges.
    byte[] head = {'#', '#', '0', '0', '0', '0'};
    int left = length;
    for (int i = head.length - 1; left > 0; i--) {
      head[i] += (byte) (left % 10);
      left /= 10;
    }
    return head;
  }

  private PacketWriter write(char separator, String name, String value) {
    if (cp.size() > 0) {
      cp.write(separator);
    }
    cp.writeBytes((name + '=' + value).getBytes(StandardCharsets.UTF_8));
    return this;
  }

  private static byte[] checked(byte[] segment) {
    if (segment.length > FrameScanner.MAX_SEGMENT) {
      throw new IllegalStateException("segment of " + segment.length + " bytes, the most is 9999");
    }
    return segment;
  }

  private static void field(StringBuilder text, String name, String value) {
    if (value != null) {
      text.append(name).append('=').append(value).append(';');
    }
  }

  private static void ascii(ByteArrayOutputStream out, String text) {
    out.writeBytes(ascii(text));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
