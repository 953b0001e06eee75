package io.touchline.ingest.door;

/**
 * What the gateway says of one frame, told to the platform once the broker has it.
 *
 * @param mn its station, null where the frame does not say
 * @param reason code of the reason it was rejected for, null where it was accepted
 * @param detail the reason in a sentence, null where it was accepted
 */
public record LineVerdict(boolean accepted, String mn, String reason, String detail) {

  public static LineVerdict accepted(String mn) {
    return new LineVerdict(true, mn, null, null);
  }

  public static LineVerdict rejected(String mn, String reason, String detail) {
    return new LineVerdict(false, mn, reason, detail);
  }

  String word() {
    return accepted ? "accepted" : "rejected";
  }
}
