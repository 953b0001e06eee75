package io.touchline.app.bench;

import io.touchline.fleet.bench.SampleFrames;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The baseline of the gateway: the loop of Kafka's {@code ProducerPerformance} (payloads picked at
 * random from a file of them, no key, no pause, one thread) over the frames that the load clients
 * send. That tool itself would bring all of Kafka Connect along.
 */
final class ProducerProcess {

  private static final int PAYLOADS = 4096;
  private static final long SEED = 0;

  private ProducerProcess() {}

  /** Arguments: bootstrap servers, topic, seconds of warm-up, seconds measured. */
  public static void main(String[] arguments) throws InterruptedException {
    byte[][] payloads = new byte[PAYLOADS][];
    for (int i = 0; i < PAYLOADS; i++) {
      payloads[i] = SampleFrames.frame(SampleFrames.mn(i), "2051", 5, i);
    }
    Random random = new Random(SEED);
    AtomicLong stored = new AtomicLong();
    AtomicLong failed = new AtomicLong();
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings(arguments[0]))) {
      Duration warmUp = Duration.ofSeconds(Long.parseLong(arguments[2]));
      Duration measured = Duration.ofSeconds(Long.parseLong(arguments[3]));
      send(producer, arguments[1], payloads, random, stored, failed, warmUp);
      long before = stored.get();
      long begun = System.nanoTime();
      send(producer, arguments[1], payloads, random, stored, failed, measured);
      double seconds = (System.nanoTime() - begun) / 1e9;
      System.out.printf(
          Locale.ROOT, "MEASURED %.1f %d%n", (stored.get() - before) / seconds, failed.get());
    }
  }

  private static void send(
      KafkaProducer<byte[], byte[]> producer,
      String topic,
      byte[][] payloads,
      Random random,
      AtomicLong stored,
      AtomicLong failed,
      Duration length) {
    long end = System.nanoTime() + length.toNanos();
    while (System.nanoTime() - end < 0) {
      byte[] payload = payloads[random.nextInt(PAYLOADS)];
      var unused =
          producer.send(
              new ProducerRecord<>(topic, payload),
              (metadata, failure) -> (failure == null ? stored : failed).incrementAndGet());
    }
    producer.flush();
  }

  /** The gateway's own, where they bear on speed. */
  private static Map<String, Object> settings(String bootstrapServers) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("acks", "all");
    settings.put("compression.type", "lz4");
    settings.put("linger.ms", 5);
    settings.put("batch.size", 64 * 1024);
    settings.put("buffer.memory", 64L << 20);
    settings.put("key.serializer", ByteArraySerializer.class);
    settings.put("value.serializer", ByteArraySerializer.class);
    return settings;
  }
}
