package io.touchline.streams;

import io.touchline.contract.Json;
import io.touchline.contract.StationKeysRecord;
import io.touchline.streams.JournalEvent.KeysChanged;
import java.io.IOException;
import java.util.Arrays;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the keys agreed with each logger and tells when they changed. */
final class ReadKeys implements Processor<String, byte[], String, JournalEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(ReadKeys.class);

  private ProcessorContext<String, JournalEvent> context;
  private KeyValueStore<String, byte[]> stationKeys;

  @Override
  public void init(ProcessorContext<String, JournalEvent> context) {
    this.context = context;
    this.stationKeys = context.getStateStore(JournalStores.STATION_KEYS);
  }

  @Override
  public void process(Record<String, byte[]> record) {
    byte[] keys = record.value();
    if (Arrays.equals(keys, stationKeys.get(record.key()))) {
      return;
    }
    if (keys != null && !isReadable(keys)) {
      // Not to quarantine, as other records that are none: it may hold a key.
      LOG.atWarn()
          .addKeyValue("mn", record.key())
          .log("a record of station-keys cannot be read; the one before it stands");
      return;
    }
    stationKeys.put(record.key(), keys);
    context.forward(record.withValue(new KeysChanged(record.key())));
  }

  private static boolean isReadable(byte[] keys) {
    try {
      return Json.mapper().readValue(keys, StationKeysRecord.class).keys() != null;
    } catch (IOException e) {
      return false;
    }
  }
}
