package io.touchline.streams;

import io.touchline.contract.InletHourRecord;
import io.touchline.streams.JournalEvent.InletHourChanged;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Keeps what other loggers measured before an outlet's treatment, and says which hour changed. */
final class KeepInletHours implements Processor<String, InletHourRecord, String, JournalEvent> {

  private ProcessorContext<String, JournalEvent> context;
  private InletHours hours;

  @Override
  public void init(ProcessorContext<String, JournalEvent> context) {
    this.context = context;
    this.hours = new InletHours(context.getStateStore(JournalStores.INLET_HOURS));
  }

  @Override
  public void process(Record<String, InletHourRecord> record) {
    InletHourRecord hour = record.value();
    if (hours.put(hour)) {
      context.forward(record.withValue(new InletHourChanged(hour.mn(), hour.start())));
    }
  }
}
