package io.touchline.hj212;

import java.util.Optional;

/**
 * The frame that the centre owes to a packet, to be sent once the packet is stored and not before.
 *
 * <p>HJ 212-2017 appendix C: system code 91, the packet's QN, PW and MN, Flag with its version bits
 * alone, {@code CP=&&&&}. In the 2005 edition the QN stands inside CP and there is no Flag, as its
 * notice answers show; that its data reply looks the same is inferred, no text of it was at hand.
 */
public final class Answers {

  private static final String INTERACTION = "91";

  private Answers() {}

  /**
   * The answer: 9014 (数据应答) to an upload, 9013 (通知应答) to a notice, 9022 to a login. Empty when bit
   * 0 of Flag does not ask for one, and always for an answer: two peers that answered answers would
   * never stop.
   */
  public static Optional<byte[]> to(Packet packet) {
    if (!packet.wantsAnswer()) {
      return Optional.empty();
    }
    return code(packet).map(code -> frame(packet, code));
  }

  private static Optional<CommandCode> code(Packet packet) {
    String cn = packet.cn();
    CommandCode.Kind kind =
        CommandCode.of(cn)
            .map(CommandCode::kind)
            .orElseGet(
                () -> cn.startsWith("9") ? CommandCode.Kind.ANSWER : CommandCode.Kind.UPLOAD);
    return switch (kind) {
      case ANSWER -> Optional.empty();
      case LOGIN -> Optional.of(CommandCode.LOGIN_ANSWER);
      case NOTICE -> Optional.of(CommandCode.NOTICE_ANSWER);
      case NOTICE_2025 ->
          Optional.of(
              packet.edition() == Edition.V2025
                  ? CommandCode.NOTICE_ANSWER
                  : CommandCode.DATA_REPLY);
      case UPLOAD, REQUEST -> Optional.of(CommandCode.DATA_REPLY);
    };
  }

  private static byte[] frame(Packet packet, CommandCode code) {
    PacketWriter answer =
        new PacketWriter()
            .st(INTERACTION)
            .cn(code.cn())
            .pw(orUnset(packet.pw()))
            // Empty, not left out, for a logger that has none yet (HJ 212-2025 C.2).
            .mn(packet.mn());
    String qn = orUnset(packet.exchangeQn());
    if (packet.edition() == Edition.V2005) {
      return (qn == null ? answer : answer.item("QN", qn)).toFrame();
    }
    return answer.qn(qn).flag(packet.versionFlag()).toFrame();
  }

  private static String orUnset(String text) {
    return text.isEmpty() ? null : text;
  }
}
