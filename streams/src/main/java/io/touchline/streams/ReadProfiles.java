package io.touchline.streams;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.touchline.contract.Json;
import io.touchline.contract.OutletRecord;
import io.touchline.streams.JournalEvent.ProfileChanged;
import java.io.IOException;
import java.util.Arrays;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the registry's entry of each outlet and tells when it changed. */
final class ReadProfiles implements Processor<String, byte[], String, Object> {

  private ProcessorContext<String, Object> context;
  private KeyValueStore<String, byte[]> profiles;

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.profiles = context.getStateStore(JournalStores.PROFILES);
  }

  @Override
  public void process(Record<String, byte[]> record) {
    byte[] entry = record.value();
    if (Arrays.equals(entry, profiles.get(record.key()))) {
      return;
    }
    String trouble = entry == null ? null : troubleWith(entry, record.key());
    if (trouble != null) {
      context.forward(
          Quarantine.of(record, "bad-profile", trouble), OutletJournalTopology.TO_QUARANTINE);
      return;
    }
    UnitFindings.between(record.key(), profiles.get(record.key()), entry, record.timestamp())
        .forEach(
            finding ->
                context.forward(record.withValue(finding), OutletJournalTopology.TO_QUALITY));
    profiles.put(record.key(), entry);
    Record<String, Object> changed = record.withValue(new ProfileChanged(record.key()));
    context.forward(changed, OutletJournalTopology.WATCH);
    context.forward(changed, OutletJournalTopology.SILENCE);
    context.forward(changed, OutletJournalTopology.RUN);
    context.forward(changed, OutletJournalTopology.FORM);
    context.forward(changed, OutletJournalTopology.DOUBT);
    context.forward(changed, OutletJournalTopology.SEND_INLETS);
    context.forward(changed, OutletJournalTopology.FACILITIES);
    context.forward(changed, OutletJournalTopology.COUNT);
    context.forward(changed, OutletJournalTopology.ADD);
    context.forward(changed, OutletJournalTopology.COMPARE);
    // Last: frames that waited for the entry are judged by it.
    context.forward(changed, OutletJournalTopology.OPEN);
  }

  /** What is wrong with an entry, or null. */
  private static String troubleWith(byte[] entry, String mn) {
    try {
      OutletRecord outlet = Json.mapper().readValue(entry, OutletRecord.class);
      if (!mn.equals(outlet.mn())) {
        return "the key says " + mn + ", the entry " + outlet.mn();
      }
      outlet.toDomain();
      return null;
    } catch (JsonProcessingException e) {
      // Without the source around the fault: it may hold a password or a key.
      return e.getOriginalMessage();
    } catch (IOException | RuntimeException e) {
      return e.getMessage();
    }
  }
}
