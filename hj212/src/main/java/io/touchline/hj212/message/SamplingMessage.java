package io.touchline.hj212.message;

import io.touchline.hj212.Parameters;
import java.time.LocalDateTime;
import java.util.Optional;

/** Samples: those kept when a limit was passed, how often they are taken, how long they take. */
public sealed interface SamplingMessage extends Known {

  /** The analyser that is meant, by its factor code. */
  default Optional<String> polId() {
    return Fields.POL_ID.in(parameters());
  }

  /** 3015 to the logger, of 2017: have a sample kept (超标留样). */
  record KeepSample(Parameters parameters) implements SamplingMessage {
    public static final KeepSample PLAIN = new KeepSample(Parameters.NONE);

    @Override
    public MessageType type() {
      return MessageType.KEEP_SAMPLE;
    }
  }

  /** 3015 to the centre, of 2017: which bottle holds it. */
  record KeptSample(Parameters parameters) implements SamplingMessage {
    public static KeptSample of(LocalDateTime dataTime, int vaseNo) {
      return new KeptSample(
          Said.fields("DataTime", Said.time(dataTime), "VaseNo", Integer.toString(vaseNo)));
    }

    public Optional<LocalDateTime> dataTime() {
      return Fields.DATA_TIME.in(parameters);
    }

    public Optional<Integer> vaseNo() {
      return Fields.VASE_NO.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.KEPT_SAMPLE;
    }
  }

  /** 3016 to the logger, of 2017. */
  record SetSamplingPeriod(Parameters parameters) implements SamplingMessage {
    /** The first sampling of the day as hhmmss, and the hours between two. */
    public static SetSamplingPeriod of(String polId, String startTime, int hours) {
      return Said.right(
          new SetSamplingPeriod(
              Said.fields(
                  "PolId", polId, "CstartTime", startTime, "CTime", Integer.toString(hours))));
    }

    /** Six digits hhmmss. */
    public Optional<String> startTime() {
      return Fields.C_START_TIME.in(parameters);
    }

    public Optional<Integer> hours() {
      return Fields.C_TIME.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.SET_SAMPLING_PERIOD;
    }
  }

  /** 3017 to the logger, of 2017. */
  record GetSamplingPeriod(Parameters parameters) implements SamplingMessage {
    public static GetSamplingPeriod of(String polId) {
      return Said.right(new GetSamplingPeriod(Said.fields("PolId", polId)));
    }

    @Override
    public MessageType type() {
      return MessageType.GET_SAMPLING_PERIOD;
    }
  }

  /** 3017 to the centre, of 2017. */
  record SamplingPeriod(Parameters parameters) implements SamplingMessage {
    public static SamplingPeriod of(String polId, String startTime, int hours) {
      return new SamplingPeriod(
          Said.fields("PolId", polId, "CstartTime", startTime, "CTime", Integer.toString(hours)));
    }

    /** Six digits hhmmss. */
    public Optional<String> startTime() {
      return Fields.C_START_TIME.in(parameters);
    }

    public Optional<Integer> hours() {
      return Fields.C_TIME.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.SAMPLING_PERIOD;
    }
  }

  /** 3018 to the logger. */
  record GetSampleDelay(Parameters parameters) implements SamplingMessage {
    public static GetSampleDelay of(String polId) {
      return Said.right(new GetSampleDelay(Said.fields("PolId", polId)));
    }

    @Override
    public MessageType type() {
      return MessageType.GET_SAMPLE_DELAY;
    }
  }

  /** 3018 to the centre: how long from sampling to result. */
  record SampleDelay(Parameters parameters) implements SamplingMessage {
    public static SampleDelay of(String polId, int minutes) {
      return new SampleDelay(Said.fields("PolId", polId, "Stime", Integer.toString(minutes)));
    }

    public Optional<Integer> minutes() {
      return Fields.S_TIME.in(parameters);
    }

    @Override
    public MessageType type() {
      return MessageType.SAMPLE_DELAY;
    }
  }
}
