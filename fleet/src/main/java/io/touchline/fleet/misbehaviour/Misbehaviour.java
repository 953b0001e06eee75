package io.touchline.fleet.misbehaviour;

import static io.touchline.fleet.misbehaviour.Deed.answer;
import static io.touchline.fleet.misbehaviour.Deed.around;
import static io.touchline.fleet.misbehaviour.Deed.upload;
import static io.touchline.fleet.misbehaviour.Expectation.TAKEN;
import static io.touchline.fleet.misbehaviour.Expectation.refused;
import static io.touchline.fleet.misbehaviour.Expectation.refusedUnless;
import static io.touchline.fleet.misbehaviour.Expectation.refusedWithoutKey;
import static io.touchline.fleet.misbehaviour.Expectation.unanswered;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.touchline.hj212.CheckMode;
import io.touchline.hj212.Diagnosis;
import io.touchline.hj212.LengthMode;
import io.touchline.hj212.Reason;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One way in which loggers in the field depart from the standard, and what a gateway should do
 * about it. Those of one kind stand together: check code, length, line, text inside, header, parts,
 * answers, command parameters, meaning, more frames, cipher.
 */
// Records of enums and of functions without state: immutable, which the checker cannot see.
@SuppressWarnings("ImmutableEnumChecker")
public enum Misbehaviour {
  CRC_MODBUS(
      around((frame, turn) -> FrameSlips.check(frame, CheckMode.MODBUS)),
      refusedUnless(CheckMode.MODBUS).remarked(Diagnosis.CRC_IS_MODBUS)),
  CRC_MODBUS_SWAPPED(
      around((frame, turn) -> FrameSlips.check(frame, CheckMode.MODBUS_SWAPPED)),
      refusedUnless(CheckMode.MODBUS_SWAPPED).remarked(Diagnosis.CRC_IS_MODBUS_SWAPPED)),
  CRC_SWAPPED(
      around((frame, turn) -> FrameSlips.check(frame, CheckMode.STANDARD_SWAPPED)),
      refusedUnless(CheckMode.STANDARD_SWAPPED).remarked(Diagnosis.CRC_BYTES_SWAPPED)),
  CRC_LOWER_CASE(
      around((frame, turn) -> FrameSlips.lowerCase(frame)),
      TAKEN.remarked(Diagnosis.LOWER_CASE_CRC)),
  CRC_STALE(around((frame, turn) -> frame.withCheck(0x4980)), refused(Reason.BAD_CRC)),
  CRC_BINARY(
      around((frame, turn) -> FrameSlips.binaryCheck(frame)),
      refused(Reason.BAD_CRC).remarked(Diagnosis.CRC_NOT_HEX)),

  LENGTH_UNPADDED(
      around((frame, turn) -> FrameSlips.unpadded(frame)),
      refusedUnless(LengthMode.LENIENT).remarked(Diagnosis.LENGTH_NOT_FOUR_DIGITS)),
  LENGTH_COUNTS_CRC(
      around((frame, turn) -> FrameSlips.longer(frame, 4)),
      refusedUnless(LengthMode.LENIENT).remarked(Diagnosis.LENGTH_COUNTS_CRC)),
  LENGTH_COUNTS_TAIL(
      around((frame, turn) -> FrameSlips.longer(frame, 6)),
      refusedUnless(LengthMode.LENIENT).remarked(Diagnosis.LENGTH_COUNTS_HEAD_OR_TAIL)),
  LENGTH_COUNTS_FRAME(
      around((frame, turn) -> FrameSlips.longer(frame, 12)),
      refusedUnless(LengthMode.LENIENT).remarked(Diagnosis.LENGTH_COUNTS_FRAME)),
  LENGTH_COUNTS_CHARACTERS(
      upload((segment, turn) -> ContentSlips.chinese(segment, UTF_8)),
      around((frame, turn) -> FrameSlips.lengthInCharacters(frame)),
      refusedUnless(LengthMode.LENIENT).remarked(Diagnosis.LENGTH_COUNTS_CHARACTERS)),
  LENGTH_STALE(around(FrameSlips::staleLength), refusedUnless(LengthMode.LENIENT)),
  SEGMENT_OVER_1024(
      upload((segment, turn) -> ContentSlips.over1024(segment)),
      TAKEN.remarked(Diagnosis.SEGMENT_OVER_1024)),

  NO_CRLF(around((frame, turn) -> frame.withTail("")), TAKEN),
  LF_ONLY(around((frame, turn) -> frame.withTail("\n")), TAKEN),
  STARS_FOR_CRLF(around((frame, turn) -> frame.withTail("**")), TAKEN.withGarbage()),
  BYTE_BY_BYTE(new Deed.OnLine(Wire.BYTES), TAKEN),
  CUT_ANYWHERE(new Deed.OnLine(Wire.CUT), TAKEN),
  TWO_IN_ONE_WRITE(new Deed.OnLine(Wire.PAIRS), TAKEN),

  HEAD_INSIDE(upload((segment, turn) -> ContentSlips.headInside(segment)), TAKEN),
  FRAME_INSIDE(upload((segment, turn) -> ContentSlips.frameInside(segment)), TAKEN),
  SEPARATOR_BEFORE_QN(
      upload((segment, turn) -> ';' + segment), TAKEN.remarked(Diagnosis.HEADER_SEPARATOR)),

  QN_MISSING(
      upload((segment, turn) -> Segments.withoutHeader(segment, "QN")),
      unanswered().remarked(Diagnosis.QN_MISSING)),
  QN_EMPTY(
      upload((segment, turn) -> Segments.withHeader(segment, "QN", "")),
      unanswered().remarked(Diagnosis.QN_MISSING)),
  QN_EPOCH(
      upload((segment, turn) -> HeaderSlips.epochQn(segment)), TAKEN.remarked(Diagnosis.QN_ODD)),
  QN_AFTER_CN(upload((segment, turn) -> HeaderSlips.qnAfterCn(segment)), TAKEN),
  PW_MISSING(
      upload((segment, turn) -> Segments.withoutHeader(segment, "PW")), refused("wrong-password")),
  PW_LONG(
      upload((segment, turn) -> Segments.withHeader(segment, "PW", "010000A8900016F000169DC0")),
      refused("wrong-password")),
  FLAG_MISSING(upload((segment, turn) -> Segments.withoutHeader(segment, "Flag")), unanswered()),
  SURFACE_WATER(upload((segment, turn) -> HeaderSlips.surfaceWater(segment)), TAKEN),
  AIR_AS_WATER(upload((segment, turn) -> HeaderSlips.otherMedium(segment)), TAKEN),
  FLAG_RUNS_INTO_CP(
      upload((segment, turn) -> HeaderSlips.flagRunsIntoCp(segment)),
      TAKEN.remarked(Diagnosis.HEADER_SEPARATOR)),
  COMMA_AFTER_QN(
      upload((segment, turn) -> HeaderSlips.commaAfterQn(segment)),
      TAKEN.remarked(Diagnosis.HEADER_SEPARATOR)),

  FLAG_3_ALONE(
      upload((segment, turn) -> HeaderSlips.flag(segment, "3")),
      TAKEN.remarked(Diagnosis.SPLIT_BIT_WITHOUT_PARTS)),
  FLAG_7_ALONE(
      upload((segment, turn) -> HeaderSlips.flag(segment, "7")),
      TAKEN.remarked(Diagnosis.SPLIT_BIT_WITHOUT_PARTS)),
  PARTS_WITHOUT_FLAG(
      upload((segment, turn) -> HeaderSlips.partsWithoutFlag(segment)),
      unanswered().remarked(Diagnosis.PARTS_WITHOUT_SPLIT_BIT)),
  TEARS_UPLOADS(new Deed.Manner(), TAKEN),

  ANSWERS_AS_STATION(answer((segment, turn) -> HeaderSlips.answerAsStation(segment)), TAKEN),
  ANSWERS_ASK(answer((segment, turn) -> HeaderSlips.answerAsks(segment)), TAKEN),
  ANSWERS_OTHER_QN(answer((segment, turn) -> HeaderSlips.otherQnIn9011(segment)), TAKEN),
  ANSWERS_9014_FOR_9013(answer((segment, turn) -> HeaderSlips.dataReplyWithQnRtn(segment)), TAKEN),
  /** Answers each 9014 with another that asks for an answer: bait for two peers to loop. */
  ANSWERS_ANSWERS(answer((segment, turn) -> HeaderSlips.answerAsks(segment)), TAKEN.with(1)),

  FLAG_BEFORE_VALUE(upload((segment, turn) -> ContentSlips.flagFirst(segment)), TAKEN),
  CONVERTED_APART(upload((segment, turn) -> ContentSlips.convertedApart(segment)), TAKEN),
  FACTOR_REPEATED(
      upload((segment, turn) -> ContentSlips.factorRepeated(segment)),
      TAKEN.remarked(Diagnosis.FACTOR_REPEATED)),
  BARE_FLAG(upload((segment, turn) -> Segments.withItem(segment, "Flag=N")), TAKEN),
  TRAILING_SEPARATOR(upload((segment, turn) -> Segments.withItem(segment, "")), TAKEN),
  BLANKS_ROUND_NAMES(upload((segment, turn) -> ContentSlips.blanks(segment)), TAKEN),
  SUFFIX_LOWER_CASE(
      upload((segment, turn) -> ContentSlips.lowerCaseSuffixes(segment)),
      TAKEN.remarked(Diagnosis.FLAG_KEY_CASE)),
  CODE_WITHOUT_LETTER(upload((segment, turn) -> ContentSlips.codeWithoutLetter(segment)), TAKEN),
  GBK_TEXT(
      upload((segment, turn) -> ContentSlips.chinese(segment, Charset.forName("GBK"))),
      TAKEN.remarked(Diagnosis.GBK_TEXT)),
  VALUE_AS_MARK(upload((segment, turn) -> ContentSlips.markForValue(segment)), TAKEN),
  NEGATIVE_PRESSURE(
      upload((segment, turn) -> Segments.withItem(segment, "a01013-Rtd=-1.237,a01013-Flag=N")),
      TAKEN),
  TWELVE_DECIMALS(upload((segment, turn) -> ContentSlips.twelveDecimals(segment)), TAKEN),
  PLANT_STATE(upload((segment, turn) -> Segments.withItem(segment, "SB1-RS=1")), TAKEN),

  TIME_OF_17_DIGITS(upload((segment, turn) -> ContentSlips.times17(segment)), TAKEN),
  TIME_AHEAD(upload((segment, turn) -> ContentSlips.shifted(segment, Duration.ofHours(2))), TAKEN),
  TIME_MONTH_OFF(
      upload((segment, turn) -> ContentSlips.shifted(segment, Duration.ofDays(-31))), TAKEN),
  TIME_OF_2010(upload((segment, turn) -> ContentSlips.ofYear(segment, 2010)), TAKEN),
  STAMPS_END(upload((segment, turn) -> ContentSlips.stampedAtEnd(segment)), TAKEN),
  UNITS_OFF(upload((segment, turn) -> ContentSlips.thousandfold(segment)), TAKEN),

  SENDS_THRICE(new Deed.Beside((segment, turn) -> BesideUploads.thrice(segment)), TAKEN.with(2)),
  LOGS_IN(new Deed.Beside(BesideUploads::login), TAKEN.with(1)),
  HEARTBEAT_OF_2017(
      new Deed.Beside((segment, turn) -> BesideUploads.heartbeat(segment)), TAKEN.with(1)),
  PRIVATE_COMMANDS(
      new Deed.Beside((segment, turn) -> BesideUploads.privateCommands(segment)), TAKEN.with(7)),

  CIPHER_RAW(new Deed.Manner(), refusedWithoutKey()),
  CIPHER_PRINTED(around((frame, turn) -> FrameSlips.printed(frame)), refusedWithoutKey());

  private final List<Deed> deeds;
  private final Expectation expectation;

  Misbehaviour(Deed deed, Expectation expectation) {
    this(List.of(deed), expectation);
  }

  Misbehaviour(Deed one, Deed other, Expectation expectation) {
    this(List.of(one, other), expectation);
  }

  Misbehaviour(List<Deed> deeds, Expectation expectation) {
    this.deeds = deeds;
    this.expectation = expectation;
  }

  /** The name on the command line: {@code crc-modbus}. Empty where there is none such. */
  public static Optional<Misbehaviour> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it is, in a line for people; Chinese unless English is asked for. */
  public String text(Locale locale) {
    return Descriptions.of(this, locale);
  }

  public Expectation expectation() {
    return expectation;
  }

  List<Deed> deeds() {
    return deeds;
  }
}
