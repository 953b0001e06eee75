package io.touchline.fleet.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * How much of the wall clock the measured thread had a processor. A figure per second divided by it
 * is a figure per CPU-second, which others on the machine disturb far less.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class ProcessorTime {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final double NANOS = 1e9;

  /** CPU-seconds; JMH divides it by the wall clock. */
  public double cpuSeconds;

  private long begun;

  @Setup(Level.Iteration)
  public void begin() {
    begun = THREADS.getCurrentThreadCpuTime();
  }

  @TearDown(Level.Iteration)
  public void end() {
    cpuSeconds = (THREADS.getCurrentThreadCpuTime() - begun) / NANOS;
  }
}
