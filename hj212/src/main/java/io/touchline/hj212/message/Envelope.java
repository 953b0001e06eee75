package io.touchline.hj212.message;

import io.touchline.hj212.Edition;
import io.touchline.hj212.Packet;
import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Parameters;

/**
 * The header that a message travels under. A field that is null is not written, one that is empty
 * is written empty.
 *
 * @param qn request number (请求编码), 17 digits
 * @param qnInside whether QN stands in CP and not in the header, as in the answers of 2005
 * @param st system code (系统编码)
 * @param pw password; not in the text of this value
 * @param mn device id; empty where a logger of 2025 has none yet
 * @param flag version * 4 + split * 2 + answer wanted; -1 where there is none
 * @param part PNO from 1, 0 where the message is whole
 * @param parts PNUM, 0 where the message is whole
 * @param resent RF=1 (HJ 212-2025): a backfill
 * @param odd the header as it came where it is not of the standard's shape, else null. It is
 *     written in the place of the fields, for the same command code; a changed header has none
 */
public record Envelope(
    String qn,
    boolean qnInside,
    String st,
    String pw,
    String mn,
    int flag,
    int part,
    int parts,
    boolean resent,
    Odd odd) {

  /**
   * A header that is not of the standard's shape, {@link Packet#head}, and the command code that it
   * came with. Its text is that of the code alone, for it holds the password.
   */
  public record Odd(String cn, String head) {
    @Override
    public String toString() {
      return "Odd[" + cn + "]";
    }
  }

  /** System code of answers. */
  private static final String INTERACTION = "91";

  private static final int NO_FLAG = -1;
  private static final int ASKS = 1;
  private static final int SPLIT = 2;

  /** The header of a packet. */
  public static Envelope of(Packet packet) {
    boolean inside = packet.qn().isEmpty() && packet.parameters().has("QN");
    Envelope standard =
        new Envelope(
            orNull(packet.exchangeQn()),
            inside,
            orNull(packet.st()),
            orNull(packet.pw()),
            packet.mn(),
            packet.flag(),
            packet.part(),
            packet.parts(),
            packet.resent(),
            null);
    String head = packet.head();
    return standard.header(packet.cn()).toHead().equals(head)
        ? standard
        : standard.with(new Odd(packet.cn(), head));
  }

  /**
   * For what the centre asks of a logger, and for its notices: Flag 5 in 2017, 9 in 2025. In 2005
   * it is 3, whose split bit means nothing, as the dialogs of that edition print it. A
   * surface-water logger of 2017 that uses 8 and 9 wants {@link #withFlag}.
   */
  public static Envelope request(Edition edition, String qn, String st, String pw, String mn) {
    int flag = edition == Edition.V2005 ? ASKS | SPLIT : version(edition) | ASKS;
    return whole(qn, st, pw, mn, flag);
  }

  /**
   * For what a logger sends of its own accord. In 2005 there is no Flag unless an answer is wanted;
   * {@code qn} may be null there.
   */
  public static Envelope upload(
      Edition edition, String qn, String st, String pw, String mn, boolean wantsAnswer) {
    int flag = version(edition) | (wantsAnswer ? ASKS : 0);
    return whole(qn, st, pw, mn, flag == 0 ? NO_FLAG : flag);
  }

  /**
   * For 9011 to 9014 and 9022: system code 91, the packet's QN, PW and MN, and no answer wanted.
   */
  public static Envelope answer(Packet packet) {
    return back(packet, INTERACTION);
  }

  /** For the data that a question was asked for: as {@link #answer}, in the packet's own ST. */
  public static Envelope reply(Packet packet) {
    return back(packet, orNull(packet.st()));
  }

  private static Envelope back(Packet packet, String st) {
    boolean old = packet.edition() == Edition.V2005;
    return new Envelope(
        orNull(packet.exchangeQn()),
        old,
        st,
        orNull(packet.pw()),
        packet.mn(),
        old ? NO_FLAG : packet.flag() & ~(ASKS | SPLIT),
        0,
        0,
        false,
        null);
  }

  private static Envelope whole(String qn, String st, String pw, String mn, int flag) {
    return new Envelope(qn, false, st, pw, mn, flag, 0, 0, false, null);
  }

  /** The same with another Flag. */
  public Envelope withFlag(int number) {
    return new Envelope(qn, qnInside, st, pw, mn, number, part, parts, resent, null);
  }

  /** The same for one part of a split packet (拆分包), with a QN of its own. */
  public Envelope withPart(String ownQn, int number, int of) {
    return new Envelope(ownQn, qnInside, st, pw, mn, flag | SPLIT, number, of, resent, null);
  }

  /** The same as a backfill, RF=1 (HJ 212-2025). */
  public Envelope asResent() {
    return new Envelope(qn, qnInside, st, pw, mn, flag, part, parts, true, null);
  }

  /** Whether Flag asks for an answer. */
  public boolean wantsAnswer() {
    return flag >= 0 && (flag & ASKS) != 0;
  }

  /**
   * The whole frame of a message under this header.
   *
   * @throws IllegalStateException when it is longer than any frame
   */
  public byte[] frame(Message message) {
    return writer(message).toFrame();
  }

  /** The frame not yet made, so that it can be enciphered. */
  public PacketWriter writer(Message message) {
    PacketWriter writer = header(message.cn());
    Parameters parameters = message.parameters();
    if (odd != null && odd.cn().equals(message.cn())) {
      writer.head(odd.head());
    }
    if (qnInside && qn != null && !parameters.has("QN")) {
      writer.item("QN", qn);
    }
    return writer.items(parameters);
  }

  private PacketWriter header(String cn) {
    PacketWriter writer =
        new PacketWriter().st(st).cn(cn).pw(pw).mn(mn).flag(flag).part(part, parts);
    if (!qnInside) {
      writer.qn(qn);
    }
    return resent ? writer.resent() : writer;
  }

  private Envelope with(Odd asItCame) {
    return new Envelope(qn, qnInside, st, pw, mn, flag, part, parts, resent, asItCame);
  }

  private static int version(Edition edition) {
    return switch (edition) {
      case V2005 -> 0;
      case V2017 -> 4;
      case V2025 -> 8;
    };
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  @Override
  public String toString() {
    return "Envelope[QN=" + qn + " ST=" + st + " MN=" + mn + " Flag=" + flag + "]";
  }
}
