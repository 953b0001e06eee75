package io.touchline.hj212.message;

import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Parameters;
import java.util.List;
import java.util.Optional;

/** Actions that the centre has an analyser take (反控). All go to the logger. */
public sealed interface ControlMessage extends Known {

  /** The analyser that is meant, by its factor code. */
  default Optional<String> polId() {
    return Fields.POL_ID.in(parameters());
  }

  /** 3011: zero or span calibration. */
  record Calibrate(Parameters parameters) implements ControlMessage {
    /** As the 2005 and 2017 editions have it, which leave the kind to the analyser. */
    public static Calibrate of(String polId) {
      return Said.right(new Calibrate(Said.fields("PolId", polId)));
    }

    /** As the 2025 edition has it (at second hand): 0 zero, 1 span. */
    public static Calibrate of(String polId, int calibrationType) {
      return Said.right(
          new Calibrate(
              new PacketWriter()
                  .item("PolId", Said.plain("PolId", polId))
                  .and("CalibrationType", Integer.toString(calibrationType))
                  .toParameters()));
    }

    /** 0 zero, 1 span. */
    public Optional<Integer> calibrationType() {
      return Fields.CALIBRATION_TYPE.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.CALIBRATE;
    }
  }

  /** 3012: take a sample and measure it now. */
  record SampleNow(Parameters parameters) implements ControlMessage {
    public static SampleNow of(String polId) {
      return Said.right(new SampleNow(Said.fields("PolId", polId)));
    }

    @Override
    public MessageType type() {
      return MessageType.SAMPLE_NOW;
    }
  }

  /** 3013: clean or blow back; in 2005 "operate the device". */
  record Clean(Parameters parameters) implements ControlMessage {
    public static Clean of(String polId) {
      return Said.right(new Clean(Said.fields("PolId", polId)));
    }

    @Override
    public MessageType type() {
      return MessageType.CLEAN;
    }
  }

  /** 3014 of 2017: comparison sampling. */
  record CompareSampling(Parameters parameters) implements ControlMessage {
    public static CompareSampling of(String polId) {
      return Said.right(new CompareSampling(Said.fields("PolId", polId)));
    }

    @Override
    public MessageType type() {
      return MessageType.COMPARE_SAMPLING;
    }
  }

  /** 3014 of 2005: at which hours of the day to sample. */
  record SetSamplingTimes(Parameters parameters) implements ControlMessage {
    /** Hours of the day, 0 to 23. */
    public static SetSamplingTimes of(String polId, List<Integer> hours) {
      PacketWriter writer = new PacketWriter().item("PolId", Said.plain("PolId", polId));
      hours.forEach(hour -> writer.and("CTime", (hour < 10 ? "0" : "") + hour));
      return Said.right(new SetSamplingTimes(writer.toParameters()));
    }

    /** Texts as they stand. */
    public List<String> hours() {
      return Fields.C_TIME.all(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.SET_SAMPLING_TIMES;
    }
  }

  /** 3022 of 2025: take a sample now and keep it (留样). At second hand. */
  record RetainSample(Parameters parameters) implements ControlMessage {
    public static RetainSample of(String polId) {
      return Said.right(new RetainSample(Said.fields("PolId", polId)));
    }

    @Override
    public MessageType type() {
      return MessageType.RETAIN_SAMPLE;
    }
  }

  /** 3024 of 2025: check against a standard sample now. At second hand. */
  record StartCheck(Parameters parameters) implements ControlMessage {
    public static StartCheck of(String polId) {
      return Said.right(new StartCheck(Said.fields("PolId", polId)));
    }

    @Override
    public MessageType type() {
      return MessageType.START_CHECK;
    }
  }
}
