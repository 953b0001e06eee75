package io.touchline.fleet.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

/** Many cases on several threads, and a watch that none of them hangs or fills the memory. */
public final class FuzzRun {

  private static final int MOST_FAULTS = 10;
  private static final Duration LONGEST_CASE = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final long ALLOCATED_AT_LEAST = 1 << 20;
  private static final int ALLOCATED_PER_BYTE = 1000;
  private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int NUMBERS_AT_ONCE = 256;

  private final Subject subject;
  private final long frames;
  private final long seed;
  private final int workers;
  private final LongConsumer progress;

  private final AtomicLong nextNumber = new AtomicLong();
  private final LongAdder judged = new LongAdder();
  private final LongAdder accepted = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final Queue<FuzzFault> faults = new ConcurrentLinkedQueue<>();
  private final AtomicReferenceArray<FuzzCase> current;
  private final AtomicLongArray begunAt;

  /**
   * A run over the library.
   *
   * @param frames to be judged at least
   * @param progress is told the number so far, several times a second
   */
  public FuzzRun(long frames, long seed, int workers, LongConsumer progress) {
    this(Subject.library(), frames, seed, workers, progress);
  }

  FuzzRun(Subject subject, long frames, long seed, int workers, LongConsumer progress) {
    this.subject = subject;
    this.frames = frames;
    this.seed = seed;
    this.workers = workers;
    this.progress = progress;
    this.current = new AtomicReferenceArray<>(workers);
    this.begunAt = new AtomicLongArray(workers);
  }

  /** Returns when the frames are judged, or some faults are found, or a case hangs. */
  public FuzzReport run() throws InterruptedException {
    long begun = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      int worker = i;
      Thread thread = new Thread(() -> work(worker), "fuzz-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    while (threads.stream().anyMatch(Thread::isAlive) && !hangs()) {
      threads.get(0).join(LOOK.toMillis());
      progress.accept(judged.sum());
    }
    return new FuzzReport(
        judged.sum(),
        bytes.sum(),
        accepted.sum(),
        (System.nanoTime() - begun) / 1e9,
        List.copyOf(faults));
  }

  private void work(int worker) {
    while (judged.sum() < frames && faults.size() < MOST_FAULTS) {
      long first = nextNumber.getAndAdd(NUMBERS_AT_ONCE);
      for (long number = first; number < first + NUMBERS_AT_ONCE; number++) {
        one(worker, number);
      }
    }
    current.set(worker, null);
  }

  private void one(int worker, long number) {
    FuzzCase fuzzed = new FuzzCase(seed, number);
    begunAt.set(worker, System.nanoTime());
    current.set(worker, fuzzed);
    try {
      long before = MEMORY.getCurrentThreadAllocatedBytes();
      FuzzCase.Outcome outcome = fuzzed.run(subject);
      if (!inProportion(before, fuzzed)) {
        // Whoever meets a class first pays for its tables; a second time nobody does.
        FuzzCase again = new FuzzCase(seed, number);
        long beforeAgain = MEMORY.getCurrentThreadAllocatedBytes();
        again.run(subject);
        BrokenPromise.unless(
            inProportion(beforeAgain, again), "takes memory out of proportion to what came");
      }
      judged.add(outcome.frames());
      accepted.add(outcome.accepted());
      bytes.add(fuzzed.stream().length);
    } catch (RuntimeException | Error e) {
      // An Error too: an OutOfMemoryError is what "no growth" would look like.
      faults.add(FuzzFault.of(seed, number, e, fuzzed.stream()));
    }
  }

  /** Whether the memory taken goes by what came, whatever the bytes say of themselves. */
  private static boolean inProportion(long before, FuzzCase fuzzed) {
    long allocated = MEMORY.getCurrentThreadAllocatedBytes() - before;
    return allocated <= ALLOCATED_AT_LEAST + (long) ALLOCATED_PER_BYTE * fuzzed.stream().length;
  }

  private boolean hangs() {
    for (int i = 0; i < workers; i++) {
      FuzzCase running = current.get(i);
      boolean late = System.nanoTime() - begunAt.get(i) > LONGEST_CASE.toNanos();
      if (running != null && late && running == current.get(i)) {
        faults.add(FuzzFault.of(seed, -1, new BrokenPromise("hangs"), running.stream()));
        return true;
      }
    }
    return false;
  }
}
