package io.touchline.fleet.fuzz;

import io.touchline.hj212.Answers;
import io.touchline.hj212.Crc;
import io.touchline.hj212.Diagnosis;
import io.touchline.hj212.Dialect;
import io.touchline.hj212.FrameDecoder;
import io.touchline.hj212.Item;
import io.touchline.hj212.Packet;
import io.touchline.hj212.Verdict;
import io.touchline.hj212.message.Direction;
import io.touchline.hj212.message.Message;
import io.touchline.hj212.message.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Holds the promises of a verdict: it comes whatever the bytes, says no more than so much, leaves
 * the frame as it was; and an accepted packet can be read throughout, has its check code right by
 * the standard or the dialect, and gives out no more text than came in.
 */
final class VerdictCheck {

  private static final int LONGEST_DETAIL = 200;
  private static final int LONGEST_TEXT = 200_000;

  private final Subject subject;
  private long accepted;

  VerdictCheck(Subject subject) {
    this.subject = subject;
  }

  /** Candidates that were accepted so far. */
  long accepted() {
    return accepted;
  }

  void check(byte[] frame, boolean crlfMissing, Dialect dialect) {
    byte[] before = frame.clone();
    Verdict verdict = subject.decode(frame, crlfMissing, dialect);
    BrokenPromise.unless(Arrays.equals(before, frame), "changes the frame");
    BrokenPromise.unless(verdict != null, "gives no verdict");
    distinct(verdict.diagnoses());
    BrokenPromise.unless(FrameDecoder.mnOf(frame).length() <= 64, "reads an MN that is none");
    if (verdict instanceof Verdict.Rejected rejected) {
      BrokenPromise.unless(
          rejected.reason() != null && rejected.detail().length() <= LONGEST_DETAIL,
          "says too much or nothing");
      return;
    }
    accepted++;
    Packet packet = ((Verdict.Accepted) verdict).packet();
    header(packet);
    items(packet);
    answer(packet);
    messages(packet);
    if (dialect.isStandard()) {
      checkCode(frame);
    }
  }

  private static void distinct(List<Diagnosis> diagnoses) {
    BrokenPromise.unless(
        diagnoses.stream().distinct().count() == diagnoses.size(), "repeats a diagnosis");
  }

  private static void header(Packet packet) {
    BrokenPromise.unless(!packet.cn().isEmpty(), "accepts a frame without CN");
    BrokenPromise.unless(packet.mn().length() <= 64, "accepts a long MN");
    BrokenPromise.unless(packet.flag() >= -1 && packet.flag() <= 255, "reads a flag that is none");
    BrokenPromise.unless(packet.part() >= 0 && packet.parts() >= 0, "counts parts below nothing");
    BrokenPromise.unless(packet.edition() != null, "knows no edition");
    BrokenPromise.unless(packet.dataTime() != null && packet.qnTime() != null, "reads no time");
    BrokenPromise.unless(packet.toString().length() < LONGEST_TEXT, "is too long a text");
  }

  private static void items(Packet packet) {
    List<Item> items = packet.items();
    long text = 0;
    for (Item item : items) {
      text += item.key().length() + item.value().length();
    }
    BrokenPromise.unless(text <= packet.bytes().length, "gives out more text than came in");
    long values = 0;
    for (Map<String, String> factor : packet.factors().values()) {
      values += factor.size();
    }
    BrokenPromise.unless(values <= items.size(), "makes up a value");
  }

  private static void messages(Packet packet) {
    for (Direction direction : Direction.values()) {
      Message message = Messages.of(packet, direction);
      BrokenPromise.unless(message != null, "gives no message");
      BrokenPromise.unless(
          message.toString().length() < LONGEST_TEXT, "makes too long a text of a message");
    }
  }

  private void answer(Packet packet) {
    Answers.to(packet)
        .ifPresent(
            answer ->
                BrokenPromise.unless(
                    subject.decode(answer, false, Dialect.STANDARD) instanceof Verdict.Accepted,
                    "answers with a frame that it would not take"));
  }

  private static void checkCode(byte[] frame) {
    int end = frame.length;
    while (end > 0 && frame[end - 1] <= ' ') {
      end--;
    }
    BrokenPromise.unless(
        Crc.of(frame, 6, end - 4) == Crc.parse(frame, end - 4), "accepts a wrong check code");
  }
}
