package io.touchline.fleet.logger;

import io.touchline.domain.ChinaTime;
import io.touchline.hj212.Crc;
import io.touchline.hj212.DataTimes;
import io.touchline.hj212.Edition;
import io.touchline.hj212.PacketWriter;
import java.nio.charset.StandardCharsets;

/** Turns uploads into frames that ask for an answer. */
final class UploadWriter {

  private static final int ANSWER_WANTED = 1;
  private static final int SPLIT = 2;

  private static final int HEAD = 6;
  private static final int CHECK_AND_LINE_BREAK = 6;

  private UploadWriter() {}

  static byte[] frame(LoggerIdentity identity, Upload upload, String requestNumber) {
    PacketWriter packet =
        new PacketWriter()
            .qn(requestNumber)
            .st(identity.systemCode())
            .cn(upload.commandCode())
            .pw(identity.password())
            .mn(identity.mn())
            .flag(flag(identity.edition(), upload.isSplit()));
    if (upload.isSplit()) {
      packet.part(upload.part(), upload.parts());
    }
    packet.item("DataTime", DataTimes.formatSecond(ChinaTime.civil(upload.dataTime())));
    for (FactorFields factor : upload.factors()) {
      packet.factor(factor.factor(), factor.suffixesAndValues().toArray(String[]::new));
    }
    return packet.toFrame();
  }

  private static int flag(Edition edition, boolean split) {
    int version =
        switch (edition) {
          case V2005 -> 0;
          case V2017 -> 4;
          case V2025 -> 8;
        };
    return version + (split ? SPLIT : 0) + ANSWER_WANTED;
  }

  /**
   * The same frame with CRC-16/MODBUS in place of the standard's check code, the mistake met most
   * in the field. Should the two agree by chance, the digits are turned so that the frame is wrong
   * all the same.
   */
  static byte[] withModbusCheck(byte[] frame) {
    int end = frame.length - CHECK_AND_LINE_BREAK;
    int check = Crc.modbus(frame, HEAD, end);
    if (check == Crc.of(frame, HEAD, end)) {
      check ^= 0xFFFF;
    }
    byte[] garbled = frame.clone();
    byte[] digits = Crc.hex(check).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, garbled, end, digits.length);
    return garbled;
  }
}
