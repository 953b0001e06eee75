package io.touchline.fleet.logger;

import io.touchline.hj212.Edition;
import io.touchline.hj212.Sm4Key;
import java.time.Duration;
import java.util.List;

/**
 * What a logger is like before the centre has changed anything in it.
 *
 * @param clockOffset how far its clock is ahead of the true time
 * @param key its uploads are enciphered with from the start, null for none (HJ 212-2025 6.4)
 * @param serials of its hardware, i23005 to i23008; a logger that has some and no MN asks to join
 * @param saysStart whether it uploads 2081 (开机时间) after its first connection
 * @param asksTime whether it asks for the time (1013) after its first connection
 * @param heartbeat how often it says 9015, null for never. The 2025 edition sets no period
 * @param marksBackfill whether what failed goes out after new data and under RF=1, as the 2025
 *     edition wants (8.1.2 and 8.2.2, second-hand), or in its turn and unmarked
 * @param historyAsks whether it wants a 9014 for each packet of a history answer, and sends the
 *     next one only then (HJ 212-2017 C.48 and C.50 against C.47 and C.49)
 */
public record LoggerPersonality(
    LoggerIdentity identity,
    Duration clockOffset,
    Sm4Key key,
    List<String> serials,
    boolean saysStart,
    boolean asksTime,
    Duration heartbeat,
    boolean marksBackfill,
    boolean historyAsks) {

  public LoggerPersonality {
    serials = List.copyOf(serials);
  }

  /** A logger with a right clock that says nothing but its uploads and answers what it is asked. */
  public static LoggerPersonality of(LoggerIdentity identity) {
    return new LoggerPersonality(
        identity, Duration.ZERO, null, List.of(), false, false, null, false, true);
  }

  /** A logger of 2025 as it leaves the shop: no MN, no key, and serials to be known by. */
  public static LoggerPersonality unjoined(String systemCode, String password, String... serials) {
    return of(new LoggerIdentity(systemCode, "", password, Edition.V2025))
        .withSerials(List.of(serials))
        .withMarkedBackfill();
  }

  public LoggerPersonality withClockOffset(Duration ahead) {
    return new LoggerPersonality(
        identity, ahead, key, serials, saysStart, asksTime, heartbeat, marksBackfill, historyAsks);
  }

  public LoggerPersonality withKey(Sm4Key other) {
    return new LoggerPersonality(
        identity,
        clockOffset,
        other,
        serials,
        saysStart,
        asksTime,
        heartbeat,
        marksBackfill,
        historyAsks);
  }

  public LoggerPersonality withSerials(List<String> others) {
    return new LoggerPersonality(
        identity,
        clockOffset,
        key,
        others,
        saysStart,
        asksTime,
        heartbeat,
        marksBackfill,
        historyAsks);
  }

  /** Uploads its start time (2081) and asks for the time (1013) when it first connects. */
  public LoggerPersonality withGreetings(boolean start, boolean time) {
    return new LoggerPersonality(
        identity, clockOffset, key, serials, start, time, heartbeat, marksBackfill, historyAsks);
  }

  public LoggerPersonality withHeartbeat(Duration every) {
    return new LoggerPersonality(
        identity,
        clockOffset,
        key,
        serials,
        saysStart,
        asksTime,
        every,
        marksBackfill,
        historyAsks);
  }

  public LoggerPersonality withMarkedBackfill() {
    return new LoggerPersonality(
        identity, clockOffset, key, serials, saysStart, asksTime, heartbeat, true, historyAsks);
  }

  /** Sends the packets of a history answer one after the other and wants no 9014 for them. */
  public LoggerPersonality withUnaskingHistory() {
    return new LoggerPersonality(
        identity, clockOffset, key, serials, saysStart, asksTime, heartbeat, marksBackfill, false);
  }

  @Override
  public String toString() {
    return "LoggerPersonality[" + identity + "]";
  }
}
