package io.touchline.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.touchline.contract.Json;
import io.touchline.hj212.FrameDecoder;
import io.touchline.hj212.Verdict;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/** The least that anybody does with a frame: decode it, and write its values as JSON. One core. */
final class Baseline {

  private static final int WARM_UP = 3;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final FrameDecoder decoder = new FrameDecoder();

  /** CPU-seconds for all of these frames, once the code is compiled. */
  double seconds(List<byte[]> frames) {
    double seconds = 0;
    for (int run = 0; run <= WARM_UP; run++) {
      long begun = cpu();
      long bytes = 0;
      for (byte[] frame : frames) {
        bytes += json(frame).length;
      }
      seconds = (cpu() - begun) / 1e9;
      if (bytes == 0) {
        throw new IllegalStateException("nothing was written");
      }
    }
    return seconds;
  }

  /** Processor time of this thread in nanoseconds: others on the machine disturb it far less. */
  static long cpu() {
    return THREADS.getCurrentThreadCpuTime();
  }

  private byte[] json(byte[] frame) {
    if (decoder.decode(frame) instanceof Verdict.Accepted accepted) {
      try {
        return Json.mapper().writeValueAsBytes(accepted.packet().factors());
      } catch (JsonProcessingException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    throw new IllegalStateException("a frame of this scenario was rejected");
  }
}
