package io.touchline.hj212.message;

import io.touchline.hj212.Edition;
import io.touchline.hj212.Parameters;
import java.util.List;

/**
 * What a packet says (报文): its command parameters, and a type that says what they mean. Reading one
 * never fails. A field that is absent, or whose text is not of its type, reads as empty; its text
 * stays in {@link #parameters}, and {@link #faults} names it. Fields that no edition has stay there
 * too.
 */
public sealed interface Message permits Known, Unknown {

  /** Command code (命令编码), four digits for all that is known. */
  String cn();

  /** What is due after it. */
  Dialog dialog();

  /** Its fields, as they came or as they were given. */
  Parameters parameters();

  /** Which fields are missing or wrong by an edition, in the order of the standard. */
  List<Fault> faults(Edition edition);
}
