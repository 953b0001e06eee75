package io.touchline.streams;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.touchline.contract.MarkRecord;
import io.touchline.domain.Mark;
import io.touchline.streams.JournalEvent.MarksChanged;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Keeps every version of every operator mark, and tells which time is to be judged again. */
final class ReadMarks implements Processor<String, byte[], String, Object> {

  private ProcessorContext<String, Object> context;
  private MarksJournal marks;

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.marks = new MarksJournal(context.getStateStore(JournalStores.MARKS));
  }

  @Override
  public void process(Record<String, byte[]> record) {
    try {
      take(record, mark(record));
    } catch (JsonProcessingException e) {
      quarantine(record, e.getOriginalMessage());
    } catch (IOException | IllegalArgumentException e) {
      quarantine(record, e.getMessage());
    }
  }

  private static Mark mark(Record<String, byte[]> record) throws IOException {
    if (record.value() == null) {
      throw new IllegalArgumentException("a mark is withdrawn by a version that says so");
    }
    MarkRecord version = MarksJournal.parse(record.value());
    if (!Objects.equals(record.key(), version.mn())) {
      throw new IllegalArgumentException(
          "the key says " + record.key() + ", the mark " + version.mn());
    }
    return version.toDomain();
  }

  private void take(Record<String, byte[]> record, Mark mark) {
    Optional<Mark> stood = marks.of(mark.mn()).latest(mark.id());
    if (!marks.add(mark, record.value())) {
      return;
    }
    Optional<Mark> stands = marks.of(mark.mn()).latest(mark.id());
    if (stood.equals(stands)) {
      return;
    }
    List<Mark> touched = Stream.concat(stood.stream(), stands.stream()).toList();
    Record<String, Object> changed =
        record.withValue(
            new MarksChanged(
                mark.mn(),
                touched.stream().map(Mark::from).min(Comparator.naturalOrder()).orElseThrow(),
                touched.stream().map(Mark::to).max(Comparator.naturalOrder()).orElseThrow()));
    context.forward(changed, OutletJournalTopology.RUN);
    context.forward(changed, OutletJournalTopology.FORM);
    context.forward(changed, OutletJournalTopology.COUNT);
    context.forward(changed, OutletJournalTopology.COMPARE);
  }

  private void quarantine(Record<String, byte[]> record, String trouble) {
    byte[] bytes = record.value() == null ? new byte[0] : record.value();
    context.forward(
        Quarantine.of(record.withValue(bytes), "bad-mark", trouble),
        OutletJournalTopology.TO_QUARANTINE);
  }
}
