package io.touchline.streams;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Puts a record on the partition of its outlet, whatever its key: the same partition that the
 * default partitioner gives a record keyed by the MN alone.
 */
final class ByOutlet<V> implements StreamPartitioner<String, V> {

  private final Function<V, String> mn;

  ByOutlet(Function<V, String> mn) {
    this.mn = mn;
  }

  @Override
  public Optional<Set<Integer>> partitions(
      String topic, String key, V value, int numberOfPartitions) {
    byte[] outlet = mn.apply(value).getBytes(StandardCharsets.UTF_8);
    return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(outlet)) % numberOfPartitions));
  }
}
