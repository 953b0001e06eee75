package io.touchline.fleet.misbehaviour;

import io.touchline.hj212.CheckMode;
import io.touchline.hj212.Diagnosis;
import io.touchline.hj212.LengthMode;
import io.touchline.hj212.Reason;
import java.util.Locale;

/**
 * What a gateway does with one upload of a logger that misbehaves. The station is registered with
 * its MN and password, and with no dialect.
 *
 * @param reason why it goes to quarantine, null where it is taken
 * @param acknowledged whether a 9014 comes that the logger can match
 * @param check code of the dialect in which it is taken all the same, null for none
 * @param length handling of the dialect in which it is taken all the same, null for none
 * @param withKey whether it is taken where the station's key is registered
 * @param remark that the decoder makes on a frame it takes by the standard, null for none
 * @param beside further frames that are taken with each upload
 * @param garbage whether bytes that are no frame come with it and go to quarantine
 */
public record Expectation(
    String reason,
    boolean acknowledged,
    CheckMode check,
    LengthMode length,
    boolean withKey,
    Diagnosis remark,
    int beside,
    boolean garbage) {

  static final Expectation TAKEN = new Expectation(null, true, null, null, false, null, 0, false);

  static Expectation refused(Reason reason) {
    return refused(reason.code());
  }

  static Expectation refused(String reason) {
    return new Expectation(reason, false, null, null, false, null, 0, false);
  }

  static Expectation unanswered() {
    return new Expectation(null, false, null, null, false, null, 0, false);
  }

  static Expectation refusedUnless(CheckMode check) {
    return new Expectation(Reason.BAD_CRC.code(), false, check, null, false, null, 0, false);
  }

  static Expectation refusedUnless(LengthMode length) {
    return new Expectation(Reason.BAD_LENGTH.code(), false, null, length, false, null, 0, false);
  }

  static Expectation refusedWithoutKey() {
    return new Expectation(Reason.BAD_CRC.code(), false, null, null, true, null, 0, false);
  }

  Expectation remarked(Diagnosis diagnosis) {
    return new Expectation(
        reason, acknowledged, check, length, withKey, diagnosis, beside, garbage);
  }

  Expectation with(int framesBeside) {
    return new Expectation(
        reason, acknowledged, check, length, withKey, remark, framesBeside, garbage);
  }

  Expectation withGarbage() {
    return new Expectation(reason, acknowledged, check, length, withKey, remark, beside, true);
  }

  public boolean isTaken() {
    return reason == null;
  }

  /** Whether a dialect in the station's profile changes the verdict. */
  public boolean hasDialect() {
    return check != null || length != null || withKey;
  }

  /** In a line for people; Chinese unless English is asked for. */
  public String text(Locale locale) {
    return Descriptions.of(this, locale);
  }
}
