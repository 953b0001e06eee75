package io.touchline.contract;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Headers of {@code packets} and {@code quarantine}, all UTF-8 text. */
public final class PacketHeaders {

  /** When the gateway had the whole frame: milliseconds since 1970 as decimal text. */
  public static final String RECEIVED_AT = "received-at";

  /** Address and port the frame came from. */
  public static final String PEER = "peer";

  /** Name of the gateway that took it in. */
  public static final String GATEWAY = "gateway";

  /** Edition of HJ 212 that the frame speaks: 2005, 2017, 2025. */
  public static final String EDITION = "edition";

  /** {@code true} where CP came enciphered by SM4 and was opened with a registered key. */
  public static final String ENCIPHERED = "enciphered";

  /** The algorithm that its check code fits, a CheckMode; only where it is not the standard's. */
  public static final String CHECK = "check";

  /** {@code LENIENT} where its length field is not taken at its word; only there. */
  public static final String LENGTH = "length";

  /** Why it stands in quarantine: a code such as {@code bad-crc} or {@code unknown-mn}. */
  public static final String REASON = "reason";

  /** The reason in a sentence. */
  public static final String DETAIL = "detail";

  /** Where in the byte stream of its connection it began. */
  public static final String POSITION = "position";

  private PacketHeaders() {}

  public static void put(Headers headers, String name, String text) {
    headers.add(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The last header of that name, or null. */
  public static String get(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
