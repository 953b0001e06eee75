package io.touchline.streams;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.touchline.contract.SampleRecord;
import io.touchline.domain.sample.Sample;
import io.touchline.streams.JournalEvent.SampleChanged;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Keeps every version of every sample, and tells which time is to be looked at again. */
final class ReadSamples implements Processor<String, byte[], String, Object> {

  private ProcessorContext<String, Object> context;
  private SamplesJournal samples;

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.samples = new SamplesJournal(context.getStateStore(JournalStores.SAMPLES));
  }

  @Override
  public void process(Record<String, byte[]> record) {
    try {
      take(record, sample(record));
    } catch (JsonProcessingException e) {
      quarantine(record, e.getOriginalMessage());
    } catch (IOException | IllegalArgumentException e) {
      quarantine(record, e.getMessage());
    }
  }

  private static Sample sample(Record<String, byte[]> record) throws IOException {
    if (record.value() == null) {
      throw new IllegalArgumentException("a sample is withdrawn by a version that says so");
    }
    SampleRecord version = SamplesJournal.parse(record.value());
    if (!Objects.equals(record.key(), version.mn())) {
      throw new IllegalArgumentException(
          "the key says " + record.key() + ", the sample " + version.mn());
    }
    return version.toDomain();
  }

  private void take(Record<String, byte[]> record, Sample sample) {
    Optional<Sample> stood = samples.latest(sample);
    if (!samples.add(sample, record.value())) {
      return;
    }
    Optional<Sample> stands = samples.latest(sample);
    if (stood.equals(stands)) {
      return;
    }
    List<Sample> touched = Stream.concat(stood.stream(), stands.stream()).toList();
    context.forward(
        record.withValue(
            new SampleChanged(
                sample.mn(),
                sample.factor(),
                touched.stream().map(Sample::from).min(Comparator.naturalOrder()).orElseThrow(),
                touched.stream().map(Sample::to).max(Comparator.naturalOrder()).orElseThrow())),
        OutletJournalTopology.COMPARE);
  }

  private void quarantine(Record<String, byte[]> record, String trouble) {
    byte[] bytes = record.value() == null ? new byte[0] : record.value();
    context.forward(
        Quarantine.of(record.withValue(bytes), "bad-sample", trouble),
        OutletJournalTopology.TO_QUARANTINE);
  }
}
