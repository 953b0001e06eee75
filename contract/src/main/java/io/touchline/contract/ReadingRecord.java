package io.touchline.contract;

import io.touchline.domain.Decimal;
import io.touchline.domain.FrameRef;
import java.time.Instant;
import java.util.SortedMap;

/**
 * Value of {@code readings}: one decoded upload (2011, 2051, 2061, 2031), all factors.
 *
 * @param cn command code: 2011 real-time, 2051 minute, 2061 hour, 2031 day
 * @param dataTime moment of sampling (2011) or start of the period
 * @param receivedAt when the gateway had it
 * @param resent whether the logger marked it as sent again later (RF=1)
 */
public record ReadingRecord(
    int schemaVersion,
    String mn,
    String cn,
    Instant dataTime,
    Instant receivedAt,
    boolean resent,
    SortedMap<String, Factor> factors,
    FrameRef frame) {

  public static final int SCHEMA_VERSION = 1;

  /**
   * One factor as sent; what was not sent is absent.
   *
   * @param value Rtd or Avg
   * @param converted ZsRtd or ZsAvg
   * @param amount Cou
   * @param raw the value's text where it is no decimal number
   */
  public record Factor(
      Decimal value,
      Decimal min,
      Decimal max,
      Decimal converted,
      Decimal amount,
      String flag,
      String unit,
      String raw) {}
}
