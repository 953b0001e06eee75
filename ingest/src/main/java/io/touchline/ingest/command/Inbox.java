package io.touchline.ingest.command;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What other threads want done on the desk's. Thread-safe. */
final class Inbox {

  private static final int ROOM = 1_000;

  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();

  /** Of ourselves: there is one for each command under way at most. */
  void add(Runnable task) {
    size.incrementAndGet();
    tasks.add(task);
  }

  /** Of loggers, who may say anything as often as they like: let go when there is no room. */
  void addIfRoom(Runnable task) {
    if (size.get() < ROOM) {
      add(task);
    }
  }

  /** What is there now; what the tasks add waits for the next time. */
  void runAll() {
    for (int left = size.get(); left > 0; left--) {
      Runnable task = tasks.poll();
      if (task == null) {
        return;
      }
      size.decrementAndGet();
      task.run();
    }
  }
}
