package io.touchline.domain.cases;

import io.touchline.domain.ChinaTime;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The chain of a case's events: each link's hash is SHA-256 over the hash before it and the
 * canonical bytes of its event, so that a change to any event, its order or its absence shows in
 * all after it. What a chain alone cannot show is that its end was cut off; for that the {@link
 * Head} kept elsewhere is compared.
 *
 * <p>Canonical bytes: the event's figures by name, those of its happening under {@code what.}, each
 * as length (4 bytes, big-endian) and UTF-8 of name and text, in the order of names.
 */
public final class Chain {

  /** The hash before the first event. */
  public static final String GENESIS = "0".repeat(64);

  /**
   * One link.
   *
   * @param sequence counts from 1 within the case
   */
  public record Link(CaseEvent event, long sequence, String previousHash, String hash) {}

  /** The end of a chain, to be kept apart from it. */
  public record Head(long sequence, String hash) {}

  /** What checking a chain says. */
  public sealed interface Verdict {}

  /** Nothing was touched. */
  public record Intact(Head head) implements Verdict {}

  /**
   * Something was.
   *
   * @param sequence of the first link that does not fit, as counted from 1
   * @param eventId of that link, null where one is missing at the end
   * @param what what does not fit
   */
  public record Broken(long sequence, String eventId, Fault fault, String what)
      implements Verdict {}

  /** Kinds of faults. */
  public enum Fault {
    /** Its content is not what was hashed. */
    CONTENT,
    /** It does not follow the link before it. */
    ORDER,
    /** The end is missing. */
    CUT_OFF
  }

  private Chain() {}

  /** The link that an event makes after others of its case. */
  public static Link next(Link last, CaseEvent event) {
    String previous = last == null ? GENESIS : last.hash();
    long sequence = last == null ? 1 : last.sequence() + 1;
    return new Link(event, sequence, previous, hash(previous, sequence, event));
  }

  /**
   * Checks the links of one case.
   *
   * @param kept the end as it was kept elsewhere, null where it was not
   */
  public static Verdict verify(List<Link> links, Head kept) {
    String previous = GENESIS;
    long sequence = 0;
    for (Link link : links) {
      sequence++;
      if (link.sequence() != sequence || !link.previousHash().equals(previous)) {
        return new Broken(
            sequence,
            link.event().eventId(),
            Fault.ORDER,
            "link "
                + link.sequence()
                + " says that it follows "
                + link.previousHash()
                + ", before it stands "
                + previous);
      }
      String hash = hash(previous, sequence, link.event());
      if (!hash.equals(link.hash())) {
        return new Broken(
            sequence,
            link.event().eventId(),
            Fault.CONTENT,
            "its content gives " + hash + ", stored is " + link.hash());
      }
      previous = hash;
    }
    return kept != null && (kept.sequence() > sequence || isOther(links, kept))
        ? new Broken(
            Math.min(sequence + 1, kept.sequence()),
            null,
            Fault.CUT_OFF,
            "the chain was kept with " + kept.sequence() + " links that end in " + kept.hash())
        : new Intact(new Head(sequence, previous));
  }

  private static boolean isOther(List<Link> links, Head kept) {
    return kept.sequence() > 0 && !links.get((int) kept.sequence() - 1).hash().equals(kept.hash());
  }

  private static String hash(String previous, long sequence, CaseEvent event) {
    MessageDigest digest = sha256();
    digest.update(HexFormat.of().parseHex(previous));
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(sequence).array());
    canonical(event)
        .forEach(
            (name, text) -> {
              update(digest, name);
              update(digest, text);
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The figures of an event as they are hashed. */
  static SortedMap<String, String> canonical(CaseEvent event) {
    SortedMap<String, String> figures = new TreeMap<>();
    Flat.of((Record) event.what()).forEach((name, text) -> figures.put("what." + name, text));
    figures.put("what", event.what().happening().name());
    figures.put("caseId", event.caseId());
    figures.put("eventId", event.eventId());
    figures.put("enterprise", event.enterprise());
    figures.put("at", ChinaTime.format(event.at()));
    figures.put("actor.role", event.actor().role().name());
    figures.put("actor.id", event.actor().id());
    figures.put("law", event.law());
    figures.put("evidenceHash", event.evidenceHash());
    return figures;
  }

  /** SHA-256 over figures by name, as 64 hexadecimal digits. */
  public static String hash(Map<String, String> figures) {
    MessageDigest digest = sha256();
    new TreeMap<>(figures)
        .forEach(
            (name, text) -> {
              update(digest, name);
              update(digest, text);
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
