package io.touchline.fleet.logger;

import io.touchline.domain.ChinaTime;
import io.touchline.hj212.DataTimes;
import io.touchline.hj212.Edition;
import io.touchline.hj212.Packet;
import io.touchline.hj212.PacketWriter;
import java.util.List;

/**
 * How a logger puts what it has to say, by its edition. Answers repeat QN, PW and MN of the request
 * under ST 91 (HJ 212-2017 appendix C); in the 2005 way the QN stands inside CP and there is no
 * Flag.
 */
final class Wording {

  private static final int ANSWER_WANTED = 1;
  private static final int SPLIT = 2;
  private static final String INTERACTION = "91";

  private Wording() {}

  /**
   * What it says of its own accord, or tells as history.
   *
   * @param asks whether it wants an answer
   */
  static PacketWriter outgoing(
      LoggerIdentity identity, Outgoing what, String requestNumber, boolean asks) {
    PacketWriter packet =
        new PacketWriter()
            .qn(requestNumber)
            .cn(what.commandCode())
            .pw(identity.password())
            .mn(identity.mn());
    int flag = version(identity.edition()) + (asks ? ANSWER_WANTED : 0);
    if (what instanceof Notice notice) {
      packet.st(notice.systemCode() == null ? identity.systemCode() : notice.systemCode());
      return fields(packet.flag(flag), notice.fields());
    }
    Upload upload = (Upload) what;
    packet.st(identity.systemCode());
    if (upload.isSplit()) {
      packet.flag(flag + SPLIT).part(upload.part(), upload.parts());
    } else {
      packet.flag(flag);
    }
    if (upload.backfilled()) {
      packet.resent();
    }
    packet.item("DataTime", DataTimes.formatSecond(ChinaTime.civil(upload.dataTime())));
    return fields(packet, upload.factors());
  }

  /** 9011 (请求应答). */
  static PacketWriter requestAnswer(LoggerIdentity identity, Packet request, int qnRtn) {
    return interaction(identity, request, "9011").item("QnRtn", Integer.toString(qnRtn));
  }

  /** 9012 (执行结果). */
  static PacketWriter result(LoggerIdentity identity, Packet request, int exeRtn) {
    return interaction(identity, request, "9012").item("ExeRtn", Integer.toString(exeRtn));
  }

  /** 9013 (通知应答) or 9014 (数据应答). */
  static PacketWriter reply(LoggerIdentity identity, Packet packet, String commandCode) {
    return interaction(identity, packet, commandCode);
  }

  /** What was asked for: the request's own CN and QN, the logger's ST, no answer wanted. */
  static PacketWriter values(LoggerIdentity identity, Packet request, List<FactorFields> values) {
    PacketWriter packet = answer(identity, request, request.cn()).st(identity.systemCode());
    return fields(packet, values);
  }

  private static PacketWriter interaction(
      LoggerIdentity identity, Packet request, String commandCode) {
    return answer(identity, request, commandCode).st(INTERACTION);
  }

  private static PacketWriter answer(LoggerIdentity identity, Packet request, String commandCode) {
    PacketWriter packet =
        new PacketWriter().cn(commandCode).pw(unlessEmpty(request.pw())).mn(request.mn());
    if (identity.edition() == Edition.V2005) {
      return packet.item("QN", request.exchangeQn());
    }
    return packet.qn(request.exchangeQn()).flag(version(identity.edition()));
  }

  private static PacketWriter fields(PacketWriter packet, List<FactorFields> fields) {
    for (FactorFields field : fields) {
      String[] pairs = field.suffixesAndValues().toArray(String[]::new);
      if (field.factor().isEmpty()) {
        packet.item(pairs[0], pairs[1]);
      } else {
        packet.factor(field.factor(), pairs);
      }
    }
    return packet;
  }

  private static int version(Edition edition) {
    return switch (edition) {
      case V2005 -> 0;
      case V2017 -> 4;
      case V2025 -> 8;
    };
  }

  private static String unlessEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
