package io.touchline.fleet.misbehaviour;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What loggers send with their uploads that nobody asked for. */
final class BesideUploads {

  /** Codes that no edition has, or that another edition has for something else. */
  private static final List<String> PRIVATE =
      List.of("2000", "3032", "2063", "2064", "2065", "2066");

  private BesideUploads() {}

  static List<String> thrice(String segment) {
    return Collections.nCopies(3, segment);
  }

  /** A login of the 2005 edition before the first upload, whatever the edition. */
  static List<String> login(String segment, Turn turn) {
    return turn.number() == 0 ? List.of(bare(segment, "9021", "91"), segment) : List.of(segment);
  }

  /** 9015, which the 2017 edition has not got. */
  static List<String> heartbeat(String segment) {
    return List.of(segment, bare(segment, "9015", "91"));
  }

  /** Private commands, one of them under a private system code. */
  static List<String> privateCommands(String segment) {
    List<String> all = new ArrayList<>(List.of(segment));
    for (String cn : PRIVATE) {
      all.add(silent(Segments.withHeader(segment, "CN", cn)));
    }
    all.add(silent(Segments.withHeader(segment, "ST", "80")));
    return all;
  }

  private static String bare(String segment, String cn, String st) {
    String other = Segments.withHeader(Segments.withHeader(segment, "CN", cn), "ST", st);
    return silent(Segments.withCp(other, cp -> ""));
  }

  /** The same without the wish for an answer, so that the upload's own is the only one. */
  private static String silent(String segment) {
    String flag = Segments.header(segment, "Flag");
    return flag.isEmpty()
        ? segment
        : Segments.withHeader(segment, "Flag", Integer.toString(Integer.parseInt(flag) & ~1));
  }
}
