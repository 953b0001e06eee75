package io.touchline.ingest;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The gateway could not be started. Its message is for a person: what, where, what to do. */
public final class GatewayStartException extends RuntimeException {

  /** What stood in the way; the name is the key of its text. */
  public enum Fault {
    /** A topic is missing, or Kafka does not answer. */
    TOPIC_NOT_FOUND,
    /** The registry was not read to its end in time. */
    REGISTRY_NOT_READ,
    /** The listening address is taken or not ours. */
    ADDRESS_NOT_FREE,
    /** A file holds no PEM certificate that can be read. */
    CERTIFICATE_NOT_READABLE,
    /** A file holds no PEM key in PKCS #8, unencrypted. */
    KEY_NOT_READABLE,
    /** The key in a file is not that of the certificate. */
    KEY_OF_ANOTHER_CERTIFICATE,
    /** The starting thread was interrupted. */
    INTERRUPTED
  }

  private static final String BUNDLE = "io.touchline.ingest.start-faults";

  /** Chinese is the base bundle; without this a machine's own locale would come before it. */
  private static final Control CHINESE_ELSE =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private final Fault fault;
  private final String where;

  GatewayStartException(Fault fault, String where) {
    super(text(fault, where, Locale.getDefault()));
    this.fault = fault;
    this.where = where;
  }

  public Fault fault() {
    return fault;
  }

  /** The message in English for an English locale, in Chinese for any other. */
  public String text(Locale locale) {
    return text(fault, where, locale);
  }

  private static String text(Fault fault, String where, Locale locale) {
    ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, locale, CHINESE_ELSE);
    return new MessageFormat(texts.getString(fault.name()), locale).format(new Object[] {where});
  }
}
