package io.touchline.hj212.message;

import io.touchline.hj212.CommandCode;
import io.touchline.hj212.Edition;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What becomes of a wish to ask something of a logger: a message, or why it makes no sense. */
public sealed interface Request {

  /** A message that is right by the edition. */
  record Right(Known message) implements Request {}

  /** It makes no sense; at least one fault. */
  record Wrong(List<Fault> faults) implements Request {
    public Wrong {
      faults = List.copyOf(faults);
    }

    /** All faults in English, a sentence each. */
    public String en() {
      return faults.stream().map(Fault::en).collect(Collectors.joining(" "));
    }

    /** All faults in Chinese, a sentence each. */
    public String zh() {
      return faults.stream().map(Fault::zh).collect(Collectors.joining());
    }
  }

  /**
   * A request to a logger of an edition.
   *
   * @param parameters fields of CP by their names in the standard, in any order and case. Where a
   *     field may stand several times (PolId of 1021, CTime of 3014) a comma divides its values.
   *     With BeginTime a 2011 or 3020 asks for history
   */
  static Request of(CommandCode code, Map<String, String> parameters, Edition edition) {
    return RequestWriter.write(code, parameters, edition);
  }
}
