package io.touchline.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.hj212.Verdict.Accepted;
import io.touchline.hj212.Verdict.Rejected;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameDecoderTest {

  private static final byte[] GOOD = Frames.hourUpload().toFrame();
  private static final String HEADER = "QN=" + Frames.QN + ";ST=31;CN=2061;PW=123456;MN=M1;";
  private static final String TIME = "DataTime=20260101080000";

  private final FrameDecoder decoder = new FrameDecoder();

  @Test
  void standardFrameIsAcceptedWithoutARemark() {
    assertThat(decoder.decode(GOOD)).isInstanceOf(Accepted.class);
    assertThat(decoder.decode(GOOD).diagnoses()).isEmpty();
  }

  @Test
  void frameWithLowerCaseCrcIsAccepted() {
    String code = Crc.hex(Crc.of(GOOD, 6, GOOD.length - 6)).toLowerCase(Locale.ROOT);
    byte[] frame = Frames.checkedBy(GOOD, code);

    assertThat(decoder.decode(frame)).isInstanceOf(Accepted.class);
    assertThat(decoder.decode(frame).diagnoses()).containsExactly(Diagnosis.LOWER_CASE_CRC);
  }

  @Test
  void missingLineBreakIsRemarkedOnlyWhereTheCallerSawIt() {
    byte[] bare = Frames.withoutCrlf(GOOD);

    assertThat(decoder.decode(bare).diagnoses()).isEmpty();
    assertThat(decoder.decode(bare, true).diagnoses()).containsExactly(Diagnosis.NO_CRLF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ST=31;CN=2011;PW=123456;MN=M1;CP=&&" + TIME + ";01-Rtd=1.0&&",
        "QN=20260101090002123;ST=91;CN=9014;PW=123456;MN=M1;Flag=4;CP=&&&&",
        "CP=&&&&",
        "QN=20260101090002123;ST=91;CN=1001;PW=123456;MN=;Flag=9;CP=&&i23005-Info=A&&",
      })
  void oldOrBareFrameIsJudgedByWhatItNeedsAlone(String segment) {
    Verdict verdict = decoder.decode(Frames.around(segment));

    if (segment.startsWith("CP")) {
      assertThat(((Rejected) verdict).reason()).isEqualTo(Reason.BAD_FIELD);
    } else {
      assertThat(verdict).isInstanceOf(Accepted.class);
      assertThat(verdict.diagnoses()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bad-crc, changed digit",
    "bad-crc, check code not hexadecimal",
    "bad-length, length too long",
    "bad-length, length too short",
    "bad-length, length and check code wrong",
    "bad-length, length of three digits",
    "bad-length, two frames",
    "truncated, cut in the segment",
    "truncated, cut in the check code",
    "truncated, cut in the head",
    "no-header, no hash",
    "no-header, no length",
    "no-header, empty",
    "no-cp-end, closing missing",
    "no-cp-end, closing lost on the way",
    "no-cp-end, half a closing",
    "no-cp-end, no CP",
    "no-cp-end, one pair is both",
    "oversized, over the limit",
    "bad-field, no CN",
    "bad-field, device id unprintable",
    "no-mn, no MN",
    "no-mn, empty MN",
  })
  void damagedFrameIsRejectedForItsOutermostFault(String reason, String damage) {
    Verdict verdict = new FrameDecoder(1500).decode(damaged(damage));

    assertThat(verdict).isInstanceOf(Rejected.class);
    assertThat(((Rejected) verdict).reason().code()).isEqualTo(reason);
    assertThat(((Rejected) verdict).detail()).isNotBlank();
  }

  private static byte[] damaged(String damage) {
    int length = Frames.segmentLength(GOOD);
    int check = GOOD.length - 6;
    return switch (damage) {
      case "changed digit" -> Frames.ascii(Frames.text(GOOD).replace("12.30", "12.31"));
      case "check code not hexadecimal" -> Frames.checkedBy(GOOD, "zzzz");
      case "length too long" -> Frames.declaring(GOOD, length + 3);
      case "length too short" -> Frames.declaring(GOOD, length - 3);
      case "length and check code wrong" ->
          Frames.checkedBy(Frames.declaring(GOOD, length + 6), "4980");
      case "length of three digits" ->
          Frames.join(Frames.ascii("##223"), Arrays.copyOfRange(GOOD, 6, GOOD.length));
      case "two frames" -> Frames.join(GOOD, GOOD);
      case "cut in the segment" -> Arrays.copyOf(GOOD, 100);
      case "cut in the check code" -> Arrays.copyOf(GOOD, check + 2);
      case "cut in the head" -> Arrays.copyOf(GOOD, 4);
      case "no hash" -> Arrays.copyOfRange(GOOD, 1, GOOD.length);
      case "no length" -> Frames.ascii("##QN=1");
      case "empty" -> new byte[0];
      case "closing missing" -> Frames.around(HEADER + "Flag=5;CP=&&" + TIME);
      case "closing lost on the way" ->
          Frames.join(Arrays.copyOf(GOOD, check - 2), Arrays.copyOfRange(GOOD, check, GOOD.length));
      case "half a closing" -> Frames.around(HEADER + "Flag=5;CP=&&" + TIME + "&");
      case "no CP" -> Frames.around(HEADER + "Flag=5&&");
      case "one pair is both" -> Frames.around(HEADER + "Flag=5;CP=&&");
      case "over the limit" -> Frames.hourUpload().item("i11001-Info", "x".repeat(1500)).toFrame();
      case "no CN" -> Frames.around("QN=1;ST=31;MN=M1;CP=&&&&");
      case "device id unprintable" -> Frames.around("CN=2011;MN=M\u0001;CP=&&&&");
      case "no MN" -> Frames.around("QN=1;ST=31;CN=1001;Flag=9;CP=&&&&");
      case "empty MN" -> Frames.around("QN=1;ST=31;CN=2011;MN= ;CP=&&&&");
      default -> throw new IllegalArgumentException(damage);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "crc-is-modbus, modbus",
    "crc-is-modbus-swapped, modbus swapped",
    "crc-bytes-swapped, swapped",
    "crc-other-algorithm, impossible",
    "crc-covers-head, with head",
  })
  void wrongCheckCodeIsNamedByItsLikelySlip(String diagnosis, String slip) {
    int check = GOOD.length - 6;
    int crc = Crc.of(GOOD, 6, check);
    int modbus = Crc.modbus(GOOD, 6, check);
    int sent =
        switch (slip) {
          case "modbus" -> modbus;
          case "modbus swapped" -> Crc.swapped(modbus);
          case "swapped" -> Crc.swapped(crc);
          case "impossible" -> 0x1234;
          default -> Crc.of(GOOD, 0, check);
        };

    Verdict verdict = decoder.decode(Frames.checkedBy(GOOD, Crc.hex(sent)));

    assertThat(((Rejected) verdict).reason()).isEqualTo(Reason.BAD_CRC);
    assertThat(codes(verdict)).containsExactly(diagnosis);
  }

  @ParameterizedTest
  @CsvSource({
    "4, length-counts-crc",
    "6, length-counts-head-or-tail",
    "8, length-counts-head-or-tail",
    "10, length-counts-frame",
    "12, length-counts-frame",
  })
  void wrongLengthIsNamedByWhatItCountsTooMuch(int excess, String diagnosis) {
    Verdict verdict = decoder.decode(Frames.declaring(GOOD, Frames.segmentLength(GOOD) + excess));

    assertThat(codes(verdict)).containsExactly(diagnosis);
    assertThat(((Rejected) verdict).detail()).endsWith("check code right");
  }

  @Test
  void bytesBehindAGoodFrameAreNamed() {
    assertThat(codes(decoder.decode(Frames.join(GOOD, GOOD)))).containsExactly("bytes-after-frame");
    assertThat(codes(decoder.decode(Frames.join(GOOD, Frames.ascii("**")))))
        .containsExactly("bytes-after-frame");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GBK"})
  void lengthInCharactersIsNamed(String charset) {
    String segment = HEADER + "Flag=5;CP=&&i11001-Info=//仪器开机//&&";
    byte[] frame = PacketWriter.frame(segment.getBytes(Charset.forName(charset)));

    assertThat(codes(decoder.decode(Frames.declaring(frame, segment.length()))))
        .containsExactly("length-counts-characters");
  }

  @Test
  void gbkTextIsAcceptedAndNamedWhileUtf8PassesInSilence() {
    String segment = HEADER + "Flag=5;CP=&&" + TIME + ";i11001-Info=//仪器开机//&&";

    assertThat(codes(decoder.decode(PacketWriter.frame(segment.getBytes(Charset.forName("GBK"))))))
        .containsExactly("gbk-text");
    assertThat(codes(decoder.decode(Frames.around(segment)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Flag=5;CP=&&DataTime=20260101080000;a21026-Avg=1,a21026-flag=N&& | flag-key-case
          Flag=5;CP=&&DataTime=20260101080000;a21026-Avg=1;a21026-Avg=2&& | factor-repeated
          Flag=7;CP=&&DataTime=20260101080000&& | split-bit-without-parts
          Flag=5;PNUM=3;PNO=1;CP=&&DataTime=20260101080000&& | parts-without-split-bit
          Flag=5CP=&&DataTime=20260101080000&& | header-separator
          Flag=5,CP=&&DataTime=20260101080000&& | header-separator
          Flag=5;odd;CP=&&DataTime=20260101080000&& | field-odd
          Flag=5;CP=&&DataTime=20260101080000;odd&& | field-odd
          Flag=16;CP=&&DataTime=20260101080000&& | flag-odd
          Flag=x;CP=&&DataTime=20260101080000&& | flag-odd
          Flag=5;CP=&&DataTime=20261301080000&& | data-time-odd
          Flag=5;CP=&&a21026-Avg=1&& | data-time-odd
          """)
  void oddButGoodFrameIsAcceptedWithOneRemark(String rest, String diagnosis) {
    Verdict verdict = decoder.decode(Frames.around(HEADER + rest));

    assertThat(verdict).isInstanceOf(Accepted.class);
    assertThat(codes(verdict)).containsExactly(diagnosis);
  }

  @Test
  void frameOfLittleMoreThanItsCommandAndSenderIsAccepted() {
    Verdict verdict = decoder.decode(Frames.around("MN=M1;CN=2011;CP=&&&&"));

    assertThat(verdict).isInstanceOf(Accepted.class);
    assertThat(codes(verdict)).containsExactly("st-unknown", "pw-missing", "header-order");
  }

  @Test
  void requestForHistoryNeedsNoDataTime() {
    String segment = HEADER + "Flag=5;CP=&&BeginTime=20260101000000,EndTime=20260102000000&&";

    assertThat(codes(decoder.decode(Frames.around(segment)))).isEmpty();
  }

  @Test
  void segmentOverTheStandardLimitIsAcceptedAndNamed() {
    byte[] frame = Frames.hourUpload().item("i11001-Info", "x".repeat(1024)).toFrame();

    assertThat(codes(decoder.decode(frame))).containsExactly("segment-over-1024");
  }

  @Test
  void cipherTextInCpLooksEncrypted() {
    // Given a plain frame whose CP was then overwritten, as SM4 does, the check code left alone
    byte[] frame = GOOD.clone();
    int cp = Frames.text(frame).indexOf("CP=&&") + 5;
    for (int i = 0; i < 64; i++) {
      frame[cp + i] = (byte) (i * 89 + 200);
    }

    Verdict verdict = decoder.decode(Frames.checkedBy(frame, "2200"));

    assertThat(((Rejected) verdict).reason()).isEqualTo(Reason.BAD_CRC);
    assertThat(verdict.diagnoses()).contains(Diagnosis.LOOKS_ENCRYPTED);
  }

  @Test
  void cipherTextInPrintNotationLooksEncryptedThoughLongerThanDeclared() {
    String plain = HEADER + "Flag=9;CP=&&0123456789abcdefrest&&";
    String list = "{" + "0xE4,".repeat(15) + "0x0a}";
    String printed = plain.replace("0123456789abcdef", list);
    byte[] frame =
        Frames.declaring(Frames.around(printed), plain.getBytes(StandardCharsets.US_ASCII).length);

    Verdict verdict = decoder.decode(frame);

    assertThat(((Rejected) verdict).reason()).isEqualTo(Reason.BAD_CRC);
    assertThat(verdict.diagnoses()).containsExactly(Diagnosis.LOOKS_ENCRYPTED);
  }

  @Test
  void oneFlippedBitDoesNotLookEncrypted() {
    byte[] frame = GOOD.clone();
    frame[150] ^= 0x40;

    assertThat(decoder.decode(frame).diagnoses()).doesNotContain(Diagnosis.LOOKS_ENCRYPTED);
  }

  @Test
  void everyReasonAndDiagnosisSpeaksBothLanguagesUnderItsOwnCode() {
    assertThat(Arrays.stream(Diagnosis.values()).map(Diagnosis::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> code.equals(code.toLowerCase(Locale.ROOT)));
    assertThat(Diagnosis.values())
        .allMatch(one -> one.en().endsWith(".") && one.zh().endsWith("。"));
    assertThat(Reason.values()).allMatch(one -> !one.en().isBlank() && !one.zh().isBlank());
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.diagnoses().stream().map(Diagnosis::code).toList();
  }
}
