package io.touchline.ingest;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Collects what Netty says of buffers that nobody released, so that a test can fail on it. */
final class LeakWatch {

  private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();

  private LeakWatch() {}

  /** To be called before any buffer is made. */
  static void install() {
    ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(
        new ResourceLeakDetectorFactory() {
          @Override
          @SuppressWarnings("deprecation") // Netty's own factory overrides the same one.
          public <T> ResourceLeakDetector<T> newResourceLeakDetector(
              Class<T> resource, int samplingInterval, long maxActive) {
            return new Collecting<>(resource, samplingInterval);
          }
        });
  }

  /** The leaks known after a garbage collection. */
  static List<String> leaks() {
    System.gc();
    // Leaks are looked for when the next buffer is made.
    ByteBuf buffer = ByteBufAllocator.DEFAULT.directBuffer(16);
    buffer.release();
    return List.copyOf(LEAKS);
  }

  private static final class Collecting<T> extends ResourceLeakDetector<T> {
    Collecting(Class<T> resource, int samplingInterval) {
      super(resource, samplingInterval);
    }

    @Override
    protected boolean needReport() {
      return true;
    }

    @Override
    protected void reportTracedLeak(String resource, String records) {
      LEAKS.add(resource + records);
    }

    @Override
    protected void reportUntracedLeak(String resource) {
      LEAKS.add(resource);
    }
  }
}
