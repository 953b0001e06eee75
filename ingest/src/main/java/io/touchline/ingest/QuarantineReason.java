package io.touchline.ingest;

import io.touchline.hj212.Reason;
import java.util.Locale;

/**
 * Why a piece of the stream went to {@code quarantine}: the protocol's reasons, and ours about the
 * sender. Labels the record and the counter.
 */
enum QuarantineReason {
  NO_HEADER,
  TRUNCATED,
  OVERSIZED,
  BAD_LENGTH,
  BAD_CRC,
  NO_CP_END,
  BAD_FIELD,
  NO_MN,
  /** The registry has no outlet of this MN. */
  UNKNOWN_MN,
  /** The registry has the outlet, with another password. */
  WRONG_PASSWORD,
  /** The password is right, but too many wrong ones came from this address before it. */
  LOCKED_OUT,
  /** The outlet is registered, but not this sender's to speak for. */
  FOREIGN_MN;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  static QuarantineReason of(Reason reason) {
    return valueOf(reason.name());
  }

  /** The stable name in records and metrics: {@code unknown-mn}. */
  String code() {
    return code;
  }

  /** Whether the sender may be trying passwords. */
  boolean mayBeGuess() {
    return this == WRONG_PASSWORD || this == LOCKED_OUT;
  }
}
