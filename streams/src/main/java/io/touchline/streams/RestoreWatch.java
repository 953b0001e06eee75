package io.touchline.streams;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Counts what is restored; heard of from several threads. */
final class RestoreWatch implements StateRestoreListener {

  private final Map<TopicPartition, RestoreProgress> stores = new ConcurrentHashMap<>();

  RestoreProgress progress() {
    long restored = 0;
    long total = 0;
    for (RestoreProgress each : stores.values()) {
      restored += each.restored();
      total += each.total();
    }
    return new RestoreProgress(restored, total);
  }

  @Override
  public void onRestoreStart(
      TopicPartition changelog, String storeName, long startingOffset, long endingOffset) {
    stores.put(changelog, new RestoreProgress(0, endingOffset - startingOffset));
  }

  @Override
  public void onBatchRestored(
      TopicPartition changelog, String storeName, long batchEndOffset, long numRestored) {
    stores.computeIfPresent(
        changelog,
        (store, before) ->
            new RestoreProgress(
                Math.min(before.total(), before.restored() + numRestored), before.total()));
  }

  /** Offsets of transactions count in the total and are never restored: the end is the end. */
  @Override
  public void onRestoreEnd(TopicPartition changelog, String storeName, long totalRestored) {
    stores.remove(changelog);
  }

  @Override
  public void onRestoreSuspended(TopicPartition changelog, String storeName, long totalRestored) {
    stores.remove(changelog);
  }
}
