package io.touchline.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.hj212.Verdict.Accepted;
import io.touchline.hj212.Verdict.Rejected;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {

  private static final byte[] GOOD = Frames.hourUpload().toFrame();
  private static final Sm4Key KEY = Sm4Key.parse("0123456789abcdef");
  private static final Sm4Key OTHER_KEY = Sm4Key.parse("fedcba9876543210");

  private final FrameDecoder decoder = new FrameDecoder();

  @ParameterizedTest
  @EnumSource(CheckMode.class)
  void standardFrameIsReadInEveryDialectWithoutARemark(CheckMode mode) {
    Dialect dialect = new Dialect(mode, LengthMode.LENIENT, List.of(KEY));

    assertThat(Dialects.accepted(GOOD, dialect).diagnoses()).isEmpty();
    assertThat(Dialects.accepted(GOOD, dialect).packet().bytes()).isSameAs(GOOD);
  }

  @ParameterizedTest
  @CsvSource({
    "STANDARD_SWAPPED, crc-bytes-swapped",
    "MODBUS, crc-is-modbus",
    "MODBUS_SWAPPED, crc-is-modbus-swapped"
  })
  void otherCheckCodeIsTakenOnlyInItsDialectAndNamed(CheckMode mode, String diagnosis) {
    byte[] frame = Frames.checkedBy(GOOD, Crc.hex(mode.codeOf(GOOD, 6, GOOD.length - 6)));

    assertThat(decoder.decode(frame)).isInstanceOf(Rejected.class);
    Accepted accepted = Dialects.accepted(frame, Dialects.checkedBy(mode));
    assertThat(codes(accepted)).containsExactly(diagnosis);
    assertThat(accepted.packet().bytes()).isSameAs(frame);
    assertThat(Dialect.fitting(frame)).contains(Dialects.checkedBy(mode));
  }

  @ParameterizedTest
  @CsvSource({
    "4, length-counts-crc",
    "6, length-counts-head-or-tail",
    "12, length-counts-frame",
    "-50, length-wrong",
    "300, length-wrong"
  })
  void wrongLengthIsTakenOnlyInALenientDialectAndNamed(int excess, String diagnosis) {
    byte[] frame = Frames.declaring(GOOD, Frames.segmentLength(GOOD) + excess);

    assertThat(decoder.decode(frame, false, Dialects.checkedBy(CheckMode.MODBUS)))
        .isInstanceOf(Rejected.class);
    Accepted accepted = Dialects.accepted(frame, Dialects.lenient());
    assertThat(codes(accepted)).containsExactly(diagnosis);
    assertThat(accepted.packet().factors()).isEqualTo(Frames.packet(GOOD).factors());
    assertThat(Dialect.fitting(frame)).contains(Dialects.lenient());
  }

  @ParameterizedTest
  @ValueSource(strings = {"##2", "##21", "##221", "##00221"})
  void lengthOfAnotherNumberOfDigitsIsTakenInALenientDialect(String head) {
    byte[] frame = Frames.ascii(head + Frames.text(GOOD).substring(6));

    Accepted accepted = Dialects.accepted(frame, Dialects.lenient());

    assertThat(codes(accepted)).containsExactly("length-not-four-digits");
    assertThat(accepted.packet().mn()).isEqualTo(Frames.MN);
    assertThat(accepted.packet().factors()).isEqualTo(Frames.packet(GOOD).factors());
  }

  @Test
  void wrongLengthAndModbusTogetherAreBothNamed() {
    String modbus = Crc.hex(Crc.modbus(GOOD, 6, GOOD.length - 6));
    byte[] frame = Frames.checkedBy(Frames.declaring(GOOD, 7), modbus);
    Dialect dialect = new Dialect(CheckMode.MODBUS, LengthMode.LENIENT, List.of());

    assertThat(codes(Dialects.accepted(frame, dialect)))
        .containsExactly("length-wrong", "crc-is-modbus");
    assertThat(Dialect.fitting(frame)).contains(dialect);
  }

  @Test
  void lenientFrameOverTheLimitIsNotTaken() {
    byte[] frame = Frames.declaring(GOOD, 7);

    assertThat(new FrameDecoder(100).decode(frame, false, Dialects.lenient()))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void damagedFrameIsOfNoDialect() {
    byte[] frame = Frames.checkedBy(GOOD, "1234");

    assertThat(Dialect.fitting(frame)).isEmpty();
    for (int length = 0; length < GOOD.length - 6; length++) {
      assertThat(Dialect.fitting(Arrays.copyOf(GOOD, length))).isEmpty();
    }
    assertThat(Dialect.fitting(GOOD)).contains(Dialect.STANDARD);
  }

  @Test
  void frameWithoutMnIsRejectedForThatOnceItsCheckCodeIsUnderstood() {
    byte[] plain = new PacketWriter().cn("2011").item("x", "1").toFrame();
    byte[] frame = Frames.checkedBy(plain, Crc.hex(Crc.modbus(plain, 6, plain.length - 6)));

    Verdict verdict = decoder.decode(frame, false, Dialects.checkedBy(CheckMode.MODBUS));

    assertThat(((Rejected) verdict).reason()).isEqualTo(Reason.NO_MN);
  }

  @Test
  void encipheredFrameIsReadWithAnyOfTheStationsKeysAndGivesThePlainOne() {
    byte[] frame = Frames.hourUpload().enciphered(KEY).toFrame();
    Dialect dialect = Dialects.withKeys(OTHER_KEY, KEY);

    Accepted accepted = Dialects.accepted(frame, dialect);

    assertThat(codes(accepted)).containsExactly("enciphered");
    assertThat(accepted.packet().enciphered()).isTrue();
    assertThat(accepted.packet().bytes()).isEqualTo(GOOD);
    assertThat(Frames.packet(GOOD).enciphered()).isFalse();
    assertThat(Dialect.fitting(frame)).isEmpty();
  }

  @Test
  void encipheredFrameIsRejectedWithoutAKeyAndWithAWrongOne() {
    byte[] frame = Frames.hourUpload().enciphered(KEY).toFrame();

    assertThat(codes(decoder.decode(frame))).contains("looks-encrypted");
    assertThat(codes(decoder.decode(frame, false, Dialects.withKeys(OTHER_KEY))))
        .containsExactly("key-does-not-fit");
  }

  @ParameterizedTest
  @EnumSource(CheckMode.class)
  void encipheredFrameMayHaveTheDialectsCheckCode(CheckMode mode) {
    byte[] frame = Frames.hourUpload().enciphered(KEY).toFrame();
    byte[] odd = Frames.checkedBy(frame, Crc.hex(mode.codeOf(GOOD, 6, GOOD.length - 6)));

    Dialect dialect = new Dialect(mode, LengthMode.EXACT, List.of(KEY));

    assertThat(Dialects.accepted(odd, dialect).packet().factors())
        .isEqualTo(Frames.packet(GOOD).factors());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void printedCipherIsReadWithTheLengthOfItsBytesAndWithThatOfItsPrint(boolean lengthOfBytes) {
    byte[] printed = Dialects.printed(Frames.hourUpload().enciphered(KEY).toFrame());
    byte[] frame =
        lengthOfBytes ? printed : Frames.declaring(printed, Frames.segmentLength(printed));

    Accepted accepted = Dialects.accepted(frame, Dialects.withKeys(KEY));

    assertThat(codes(accepted)).containsExactly("enciphered-in-print");
    assertThat(accepted.packet().bytes()).isEqualTo(GOOD);
    assertThat(codes(decoder.decode(frame))).contains("looks-encrypted");
  }

  @Test
  void printedCipherOfAnyLengthIsReadInALenientDialect() {
    byte[] frame =
        Frames.declaring(Dialects.printed(Frames.hourUpload().enciphered(KEY).toFrame()), 12);
    Dialect lenient = new Dialect(CheckMode.STANDARD, LengthMode.LENIENT, List.of(KEY));

    assertThat(decoder.decode(frame, false, Dialects.withKeys(KEY))).isInstanceOf(Rejected.class);
    assertThat(Dialects.accepted(frame, lenient).packet().bytes()).isEqualTo(GOOD);
  }

  @Test
  void commandThatIsNeverEncipheredIsNotDeciphered() {
    byte[] frame =
        Frames.header("3019", 9).item("w01018-SN", "0123456789").enciphered(KEY).toFrame();

    assertThat(decoder.decode(frame, false, Dialects.withKeys(KEY))).isInstanceOf(Rejected.class);
  }

  @Test
  void shortCpOfAStationWithAKeyIsPlain() {
    byte[] frame = Frames.header("2011", 9).item("x-Rtd", "1").enciphered(KEY).toFrame();

    Accepted accepted = Dialects.accepted(frame, Dialects.withKeys(KEY));

    assertThat(accepted.packet().enciphered()).isFalse();
    assertThat(accepted.diagnoses()).doesNotContain(Diagnosis.ENCIPHERED);
  }

  @Test
  void cipherThatFitsThePlainCheckCodeByChanceIsNeverTakenForText() {
    Random random = new Random(212);
    int chances = 0;
    for (int i = 0; i < 2000; i++) {
      Sm4Key key = key(random);
      byte[] plain = Frames.hourUpload().item("i", Integer.toString(i)).toFrame();
      byte[] frame = Frames.hourUpload().item("i", Integer.toString(i)).enciphered(key).toFrame();
      int check = frame.length - 6;
      if (Crc.of(frame, 6, check) == Crc.parse(frame, check)) {
        chances++;
      }
      assertThat(decoder.decode(frame)).isInstanceOf(Rejected.class);
      assertThat(decoder.decode(frame, false, Dialects.withKeys(key(random))))
          .isInstanceOf(Rejected.class);
      assertThat(Dialects.accepted(frame, Dialects.withKeys(key)).packet().bytes())
          .isEqualTo(plain);
    }
    assertThat(chances).isPositive();
  }

  @Test
  void binaryDumpInAPlainLogIsTakenForText() {
    byte[] noise = new byte[300];
    new Random(1).nextBytes(noise);
    byte[] segment =
        Frames.join(
            Frames.ascii("CN=3020;MN=M1;Flag=4;CP=&&i11001-Info=//dump"),
            noise,
            Frames.ascii("//&&"));

    assertThat(decoder.decode(PacketWriter.frame(segment))).isInstanceOf(Accepted.class);
  }

  @Test
  void mutatedEncipheredFrameAlwaysGetsAVerdict() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Dialect all = new Dialect(CheckMode.MODBUS, LengthMode.LENIENT, List.of(KEY, OTHER_KEY));
    for (int i = 0; i < 20_000; i++) {
      byte[] frame = Frames.hourUpload().enciphered(KEY).toFrame();
      if (random.nextBoolean()) {
        frame = Dialects.printed(frame);
      }
      for (int times = random.nextInt(4); times > 0; times--) {
        frame[random.nextInt(frame.length)] = (byte) random.nextInt(256);
      }
      byte[] cut = Arrays.copyOf(frame, frame.length - random.nextInt(20));
      assertThat(decoder.decode(cut, false, all)).as("seed %s", seed).isNotNull();
    }
  }

  private static Sm4Key key(Random random) {
    return Sm4Key.parse(String.format("%016x", random.nextLong()));
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.diagnoses().stream().map(Diagnosis::code).toList();
  }
}
