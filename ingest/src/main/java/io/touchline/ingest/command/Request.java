package io.touchline.ingest.command;

import io.touchline.hj212.CommandCode;
import io.touchline.hj212.Packet;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One request as it goes to a logger, and what of its later frames answers it.
 *
 * <p>Answers are known by QN and CN alone: loggers give them the station's ST, a Flag that asks for
 * an answer, or the QN inside CP (2005).
 *
 * @param qn request number; the same at every resend
 * @param from first DataTime of the history asked for, null where none is
 * @param to last DataTime of it
 */
record Request(
    CommandCode command,
    Course course,
    String qn,
    LocalDateTime from,
    LocalDateTime to,
    Wording wording) {

  /** The frame of the request. */
  @FunctionalInterface
  interface Wording {
    /**
     * The frame to be sent now.
     *
     * @param now the centre's clock, China time. The bytes are the same at every resend (HJ
     *     212-2017 6.6) but for a time that is set to that of sending: sent again as it was, it
     *     would put the logger's clock back by the wait
     */
    byte[] at(LocalDateTime now);
  }

  private static final String QN_RTN = "QnRtn";
  private static final String EXE_RTN = "ExeRtn";

  /** What the packet says to this request; empty when it is about something else. */
  Optional<Word> hear(Packet packet) {
    boolean mine = packet.exchangeQn().equals(qn);
    Optional<CommandCode> code = CommandCode.of(packet.cn());
    if (code.isEmpty()) {
      return Optional.empty();
    }
    return switch (code.get()) {
      case REQUEST_ANSWER -> when(mine, new Word.Promise(number(packet.value(QN_RTN))));
      case RESULT -> when(mine, new Word.Result(number(packet.value(EXE_RTN))));
      case NOTICE_ANSWER, DATA_REPLY -> when(mine, new Word.Noted());
      default -> code.get() == command ? data(packet, mine) : Optional.empty();
    };
  }

  private Optional<Word> data(Packet packet, boolean mine) {
    return switch (course) {
      // Parts of a long answer have a QN of their own each (C.49); those of 2005 may have none.
      case QUESTION ->
          when(
              mine || packet.parts() > 1 || packet.exchangeQn().isEmpty(),
              new Word.Reply(fields(packet)));
      case HISTORY -> when(mine || isAskedFor(packet), new Word.DataFrame());
      case SETTING, NOTICE -> Optional.empty();
    };
  }

  private boolean isAskedFor(Packet packet) {
    if (from == null || to == null) {
      return true;
    }
    return packet.dataTime().filter(time -> !time.isBefore(from) && !time.isAfter(to)).isPresent();
  }

  private static Map<String, String> fields(Packet packet) {
    Map<String, String> fields = new LinkedHashMap<>();
    packet.items().forEach(item -> fields.put(item.key(), item.value()));
    fields.remove("QN");
    return fields;
  }

  /** The number of a return code, null where there is none. */
  static Integer number(String text) {
    if (text.isEmpty() || text.length() > 9) {
      return null;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return null;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static Optional<Word> when(boolean so, Word word) {
    return so ? Optional.of(word) : Optional.empty();
  }
}
