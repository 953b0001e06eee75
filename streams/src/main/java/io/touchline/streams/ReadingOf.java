package io.touchline.streams;

import io.touchline.contract.ReadingRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.FrameRef;
import io.touchline.domain.InletChannel;
import io.touchline.domain.Measurement;
import io.touchline.domain.Upload;
import io.touchline.hj212.FactorCatalogue;
import io.touchline.hj212.Packet;
import io.touchline.streams.JournalEvent.FrameRead;
import io.touchline.streams.JournalEvent.Sending;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The meaning of an accepted packet: its factors by the codes of the catalogue and in its units,
 * with numbers where the text is a number. Text that is none is kept beside them. Where two codes
 * of a station mean one factor, the later in the frame stands.
 */
final class ReadingOf {

  /** One upload, as it is published and as the journal takes it. */
  record Reading(ReadingRecord record, FrameRead frame) {}

  private ReadingOf() {}

  /** Reads a frame that has a DataTime. */
  static Reading frame(OpenedFrame opened, UploadKind kind, Instant receivedAt) {
    Packet packet = opened.packet();
    FrameRef place = opened.place();
    StationReading reading = opened.reading();
    Instant at = reading.startOf(kind, packet.dataTime().map(ChinaTime::instant).orElseThrow());
    SortedMap<String, ReadingRecord.Factor> factors = new TreeMap<>();
    SortedMap<String, Measurement> measurements = new TreeMap<>();
    SortedMap<String, FrameRef> frames = new TreeMap<>();
    packet
        .factors()
        .forEach(
            (sent, values) -> {
              String code = reading.channel(sent, packet.st());
              ReadingRecord.Factor factor =
                  InTableUnits.of(factor(code, values, kind), code, reading);
              if (factor != null) {
                factors.put(code, factor);
                measurements.put(
                    code,
                    new Measurement(
                        factor.value(),
                        factor.converted(),
                        factor.amount(),
                        factor.flag() == null ? "" : factor.flag()));
                frames.put(code, place);
              }
            });
    ReadingRecord record =
        new ReadingRecord(
            ReadingRecord.SCHEMA_VERSION,
            packet.mn(),
            kind.cn(),
            at,
            receivedAt,
            packet.resent(),
            factors,
            place);
    FrameRead frame =
        new FrameRead(
            packet.mn(),
            kind.level(),
            at,
            new Upload(measurements, frames),
            packet.qnTime().map(ChinaTime::instant).orElse(receivedAt),
            receivedAt,
            packet.resent(),
            sending(packet));
    return new Reading(record, frame);
  }

  private static Sending sending(Packet packet) {
    return new Sending(
        packet.qnTime().map(ChinaTime::instant).orElse(null),
        packet.dataTime().map(ChinaTime::instant).orElseThrow(),
        packet.edition(),
        packet.part(),
        packet.parts());
  }

  private static ReadingRecord.Factor factor(
      String code, Map<String, String> values, UploadKind kind) {
    boolean realTime = kind == UploadKind.REAL_TIME;
    String value = realTime ? first(values, "Rtd", "Avg") : first(values, "Avg", "Rtd", "Data");
    String converted = realTime ? first(values, "ZsRtd", "ZsAvg") : first(values, "ZsAvg", "ZsRtd");
    String amount = values.get("Cou");
    String flag = values.get("Flag");
    if (value == null && converted == null && amount == null && flag == null) {
      return null;
    }
    Decimal number = Decimal.parse(value);
    return new ReadingRecord.Factor(
        number,
        Decimal.parse(values.get("Min")),
        Decimal.parse(values.get("Max")),
        Decimal.parse(converted),
        Decimal.parse(amount),
        flag,
        FactorCatalogue.standard()
            .find(InletChannel.factorOf(code))
            .map(entry -> entry.unit())
            .orElse(null),
        number == null ? value : null);
  }

  private static String first(Map<String, String> values, String... suffixes) {
    for (String suffix : suffixes) {
      String value = values.get(suffix);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
