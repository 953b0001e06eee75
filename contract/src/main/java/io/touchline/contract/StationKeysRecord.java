package io.touchline.contract;

import java.time.Instant;
import java.util.List;

/**
 * Value of {@code station-keys}: the SM4 keys agreed with a logger since it was registered (HJ
 * 212-2025 6.4.3, renewed every 90 days). All are kept: evidence stays readable. Gateways write it;
 * they and the journal alone may read the topic.
 *
 * @param keys newest last
 */
public record StationKeysRecord(int schemaVersion, String mn, List<Key> keys) {

  public static final int SCHEMA_VERSION = 1;

  /**
   * One key.
   *
   * @param key 32 hexadecimal digits
   * @param createdAt SKCreateTime that went with it
   * @param confirmedAt when the logger said that it took it
   */
  public record Key(String key, Instant createdAt, Instant confirmedAt) {
    @Override
    public String toString() {
      return "Key[of " + createdAt + "]";
    }
  }
}
