package io.touchline.ingest;

import static io.touchline.contract.QualityRecord.Kind.CHECK_CONTRADICTS_PROFILE;
import static io.touchline.contract.QualityRecord.Kind.CIPHER_CONTRADICTS_PROFILE;
import static io.touchline.contract.QualityRecord.Kind.EDITION_CONTRADICTS_PROFILE;
import static io.touchline.contract.QualityRecord.Kind.LENGTH_CONTRADICTS_PROFILE;
import static io.touchline.contract.QualityRecord.Kind.PASSWORD_CONTRADICTS_PROFILE;

import io.touchline.contract.QualityRecord.Kind;
import io.touchline.hj212.Dialect;
import io.touchline.hj212.LengthMode;
import io.touchline.hj212.Packet;
import io.touchline.ingest.Contradictions.Other;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * One frame beside its station's profile: what it speaks about, and what of it is otherwise. An
 * answer speaks of framing alone, since loggers copy its Flag from the question or leave it out.
 */
final class ProfileComparison {

  private static final Set<Kind> ANSWER =
      EnumSet.of(
          CHECK_CONTRADICTS_PROFILE, LENGTH_CONTRADICTS_PROFILE, PASSWORD_CONTRADICTS_PROFILE);
  private static final Set<Kind> NOTICE = with(ANSWER, EDITION_CONTRADICTS_PROFILE);
  private static final Set<Kind> UPLOAD = with(NOTICE, CIPHER_CONTRADICTS_PROFILE);
  private static final Set<Kind> CIPHER = EnumSet.of(CIPHER_CONTRADICTS_PROFILE);

  private final Station station;
  private Map<Kind, Other> others = Map.of();
  private Set<Kind> asked;

  private ProfileComparison(Station station) {
    this.station = station;
  }

  /** A frame that could be read, whether it was taken or not. */
  static ProfileComparison ofPacket(Station station, Packet packet, Manner manner) {
    ProfileComparison comparison = new ProfileComparison(station);
    comparison.compareFraming(manner);
    comparison.comparePassword(packet);
    String cn = packet.cn();
    if (cn.startsWith("9")) {
      comparison.asked = ANSWER;
      return comparison;
    }
    comparison.asked = NOTICE;
    comparison.compareEdition(packet);
    if (cn.startsWith("2")) {
      comparison.asked = UPLOAD;
      comparison.compareCipher(packet, manner);
    }
    return comparison;
  }

  /** A frame whose CP is cipher text that no key opens. */
  static ProfileComparison ofUnreadCipher(Station station) {
    ProfileComparison comparison = new ProfileComparison(station);
    comparison.asked = CIPHER;
    comparison.differ(
        CIPHER_CONTRADICTS_PROFILE,
        new Other(comparison.keys(), "cipher text that no registered key opens"));
    return comparison;
  }

  Set<Kind> asked() {
    return asked;
  }

  Map<Kind, Other> others() {
    return others;
  }

  private void compareFraming(Manner manner) {
    Dialect dialect = station.decoding();
    if (manner.check() != dialect.check()) {
      differ(
          CHECK_CONTRADICTS_PROFILE,
          new Other("check " + dialect.check(), "check " + manner.check()));
    }
    // A lenient profile takes a right length too, so that contradicts nothing.
    if (manner.length() == LengthMode.LENIENT && dialect.length() == LengthMode.EXACT) {
      differ(
          LENGTH_CONTRADICTS_PROFILE,
          new Other("length " + dialect.length(), "length " + manner.length()));
    }
  }

  private void comparePassword(Packet packet) {
    String sent = packet.pw();
    if (!station.takes(sent)) {
      // Known again by its hash: the password itself is kept nowhere.
      differ(
          PASSWORD_CONTRADICTS_PROFILE,
          new Other(
              "a password",
              sent.isEmpty() ? "no password" : "another password",
              Integer.toHexString(sent.hashCode())));
    }
  }

  private void compareEdition(Packet packet) {
    String expected = station.edition();
    String spoken = packet.edition().text();
    if (expected != null && !expected.isEmpty() && !expected.equals(spoken)) {
      differ(EDITION_CONTRADICTS_PROFILE, new Other("edition " + expected, "edition " + spoken));
    }
  }

  /** CP with a DataTime is longer than the sixteen bytes below which nothing is enciphered. */
  private void compareCipher(Packet packet, Manner manner) {
    if (!manner.enciphered()
        && !station.decoding().keys().isEmpty()
        && packet.dataTime().isPresent()) {
      differ(CIPHER_CONTRADICTS_PROFILE, new Other(keys(), "clear text"));
    }
  }

  /** Nearly no frame differs: the map is made when one does. */
  private void differ(Kind kind, Other other) {
    if (others.isEmpty()) {
      others = new EnumMap<>(Kind.class);
    }
    others.put(kind, other);
  }

  private String keys() {
    return station.decoding().keys().isEmpty() ? "no key" : "a key";
  }

  private static Set<Kind> with(Set<Kind> some, Kind more) {
    Set<Kind> all = EnumSet.copyOf(some);
    all.add(more);
    return all;
  }
}
