package io.touchline.hj212;

import java.util.List;

/** What became of one candidate frame. */
public sealed interface Verdict {

  /** Remarks on the sender's dialect or fault; often empty, never null. */
  List<Diagnosis> diagnoses();

  /**
   * Length, closing and check code are right, and the header can be read.
   *
   * @param departures from the standard's framing and enciphering that were overlooked in the
   *     sender's dialect; at hand at once, and empty for a frame that needed none
   * @param diagnoses those and all other remarks, found when first asked for
   */
  record Accepted(Packet packet, List<Diagnosis> departures, List<Diagnosis> diagnoses)
      implements Verdict {}

  /**
   * Not a packet.
   *
   * @param detail the numbers behind the reason, in English: what was declared, what came
   */
  record Rejected(Reason reason, String detail, List<Diagnosis> diagnoses) implements Verdict {}
}
