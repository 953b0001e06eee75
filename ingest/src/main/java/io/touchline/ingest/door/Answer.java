package io.touchline.ingest.door;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * How a request to the HTTPS door ends. All but {@link #STORED} and {@link #LINE_TOO_LONG} leave it
 * to the platform to send the same again: what was stored of it before is stored twice then, and
 * the journal takes each upload once.
 */
enum Answer {
  /** Every line is stored, accepted or not; the body says of each which. */
  STORED(200),
  /** No HTTP, or a body that is not what its head says. */
  MALFORMED(400),
  /** No API key that we know. */
  UNKNOWN_KEY(401),
  /** No such page. */
  NOT_FOUND(404),
  /** Not POST. */
  WRONG_METHOD(405),
  /** The body did not come in time. */
  TOO_SLOW(408),
  /** The body is larger than allowed, packed or unpacked. */
  TOO_LARGE(413),
  /** More lines than allowed. */
  TOO_MANY_LINES(413),
  /** A line is longer than any frame can be. Sending it again will not help. */
  LINE_TOO_LONG(413),
  /** A content encoding other than gzip. */
  WRONG_ENCODING(415),
  /** The platform has sent more than it may; it is told when to come again. */
  TOO_FAST(429),
  /** A handler of ours failed. */
  FAULT(500),
  /** Kafka did not take every line in time. */
  NOT_STORED(503);

  private static final String BUNDLE = "io.touchline.ingest.door.answers";

  /** Chinese is the base bundle; without this a machine's own locale would come before it. */
  private static final Control CHINESE_ELSE =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private final int status;
  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  Answer(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  /** The stable name in the answer's body. */
  String code() {
    return code;
  }

  /**
   * For a person: what is wrong and what to do. In English for English, in Chinese for any else.
   */
  String text(Locale locale, Object... arguments) {
    ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, locale, CHINESE_ELSE);
    return new MessageFormat(texts.getString(name()), Locale.ROOT).format(arguments);
  }
}
