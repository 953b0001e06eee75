package io.touchline.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GunzipTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 9, 1000, 1_000_000})
  void whateverPartsItComesInTheWholeComesOut(int part) throws Exception {
    byte[] plain = new byte[200_000];
    Random random = new Random(212);
    for (int i = 0; i < plain.length; i++) {
      plain[i] = (byte) random.nextInt(4);
    }

    assertThat(unpack(gzip(plain), part)).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 1000})
  void severalMembersMakeOneWhole(int part) throws Exception {
    byte[] packed = concat(gzip("first ".getBytes(UTF_8)), gzip("second".getBytes(UTF_8)));

    assertThat(unpack(packed, part)).isEqualTo("first second".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 1000})
  void everyFieldOfTheHeadIsPassedOver(int part) throws Exception {
    byte[] plain = "words".getBytes(UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.write(new byte[] {0x1F, (byte) 0x8B, 8, 2 + 4 + 8 + 16, 0, 0, 0, 0, 0, 3});
    packed.write(new byte[] {3, 0, 1, 2, 3});
    packed.write("name\0comment\0".getBytes(UTF_8));
    packed.write(new byte[] {9, 9});
    packed.write(deflate(plain));
    CRC32 crc = new CRC32();
    crc.update(plain);
    for (int i = 0; i < 4; i++) {
      packed.write((int) (crc.getValue() >> (8 * i)));
    }
    packed.write(new byte[] {(byte) plain.length, 0, 0, 0});

    assertThat(unpack(packed.toByteArray(), part)).isEqualTo(plain);
  }

  @Test
  void nothingPackedIsNotTheSameAsNothing() throws Exception {
    assertThat(unpack(gzip(new byte[0]), 100)).isEmpty();
    assertThatThrownBy(() -> unpack(new byte[0], 100)).isInstanceOf(BodyException.class);
  }

  @Test
  void anyCutOffEndAndAnyWrongByteOfHeadOrTrailerIsNoticed() throws Exception {
    byte[] packed = gzip("the measured concentration".getBytes(UTF_8));
    for (int length = 0; length < packed.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      assertThatThrownBy(() -> unpack(cut, 100)).isInstanceOf(BodyException.class);
    }
    for (int at : new int[] {0, 1, 2, packed.length - 8, packed.length - 4, packed.length - 1}) {
      byte[] wrong = packed.clone();
      wrong[at] ^= 0x55;
      assertThatThrownBy(() -> unpack(wrong, 100)).isInstanceOf(BodyException.class);
    }
  }

  @Test
  void noBytesWhateverMakeItFailOtherwise() {
    Random random = new Random(4);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      if (bytes.length > 3) {
        bytes[0] = 0x1F;
        bytes[1] = (byte) 0x8B;
        bytes[2] = 8;
      }
      try {
        unpack(bytes, 1 + random.nextInt(20));
      } catch (BodyException expected) {
        assertThat(expected.answer()).isEqualTo(Answer.MALFORMED);
      }
    }
  }

  @Test
  void aBombIsStoppedBeforeItIsUnpacked() throws Exception {
    byte[] bomb = gzip(new byte[100_000_000]);
    long[] taken = new long[1];
    try (Gunzip gunzip = new Gunzip()) {
      assertThatThrownBy(
              () ->
                  gunzip.feed(
                      bomb,
                      0,
                      bomb.length,
                      (bytes, from, to) -> {
                        taken[0] += to - from;
                        if (taken[0] > 1_000_000) {
                          throw new BodyException(Answer.TOO_LARGE);
                        }
                      }))
          .isInstanceOf(BodyException.class);
    }
    assertThat(taken[0]).isLessThan(1_000_000 + 16 * 1024 + 1);
  }

  private static byte[] unpack(byte[] packed, int part) throws BodyException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (Gunzip gunzip = new Gunzip()) {
      for (int at = 0; at < packed.length; at += part) {
        gunzip.feed(
            packed,
            at,
            Math.min(at + part, packed.length),
            (bytes, from, to) -> plain.write(bytes, from, to - from));
      }
      gunzip.end();
    }
    return plain.toByteArray();
  }

  static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  private static byte[] deflate(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(plain);
    deflater.finish();
    byte[] packed = new byte[100];
    int length = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }

  private static byte[] concat(byte[] one, byte[] other) {
    byte[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }
}
