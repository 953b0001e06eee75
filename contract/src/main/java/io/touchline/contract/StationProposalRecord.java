package io.touchline.contract;

import io.touchline.hj212.CheckMode;
import io.touchline.hj212.LengthMode;
import java.time.Instant;
import java.util.SortedSet;

/**
 * Value of {@code proposals}: a station that sends and is not registered, with what was learned of
 * it. A person decides whether to register it; its frames stay in quarantine until then.
 *
 * @param mn as its frames say; for a logger that asks to join, its first serial
 * @param peer where it was last seen
 * @param edition by the version bits of Flag
 * @param check the algorithm that its check codes fit
 * @param length how its length field counts
 * @param systemCodes ST seen
 * @param commands CN seen
 * @param factors factor codes seen, at most 200
 * @param serials i23005 to i23008 where it said them
 * @param enciphered whether some of its frames look enciphered
 * @param frames seen since {@code firstSeen}
 */
public record StationProposalRecord(
    int schemaVersion,
    String mn,
    Instant firstSeen,
    Instant lastSeen,
    String peer,
    String gateway,
    String edition,
    CheckMode check,
    LengthMode length,
    SortedSet<String> systemCodes,
    SortedSet<String> commands,
    SortedSet<String> factors,
    SortedSet<String> serials,
    boolean enciphered,
    long frames) {

  public static final int SCHEMA_VERSION = 1;
}
