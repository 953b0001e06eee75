package io.touchline.app.decode;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What {@code decode} says of one frame; its components in their order are the fields of the line,
 * and those that are null or empty are left out.
 *
 * @param line where it stood, from 1; sticky frames of one line share it
 * @param reason why it was rejected, a code of {@link io.touchline.hj212.Reason}
 * @param factors by code, then by suffix; numbers stay the text they were
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DecodedFrame(
    long line,
    String verdict,
    String reason,
    String edition,
    String cn,
    String st,
    String mn,
    String qn,
    String dataTime,
    @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Map<String, String>> factors,
    List<Remark> diagnosis) {

  static final String ACCEPTED = "accepted";
  static final String REJECTED = "rejected";

  /** A code that programs can rely on, and a text for people with the mend. */
  public record Remark(String code, String text) {}

  @JsonIgnore
  public boolean isAccepted() {
    return verdict.equals(ACCEPTED);
  }
}
