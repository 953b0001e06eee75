package io.touchline.domain.cases;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the registry says of an enterprise that goes on a list. There is no place for a person in
 * it.
 *
 * @param prefecture GB/T 2260 code, ends in 00
 * @param county its name
 * @param outlets names by MN
 * @param authority who publishes
 * @param contact of the authority: a desk, not a person
 */
public record Register(
    String creditCode,
    String name,
    String permit,
    String sector,
    String prefecture,
    String prefectureName,
    String county,
    Map<String, String> outlets,
    String authority,
    String contact) {

  public Register {
    outlets = Map.copyOf(new TreeMap<>(outlets));
  }
}
