package io.touchline.streams;

import io.touchline.contract.MassShareRecord;
import io.touchline.contract.MassShareRecord.Share;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.totals.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Adds up what outlets tell of themselves to the sums of enterprises and regions. Each outlet's
 * last share is kept, so a revision takes the old one back to the milligram and adds the new. What
 * changed a sum within a second is published as one revision.
 */
final class RollUpMass implements Processor<String, MassShareRecord, String, TotalRecord> {

  private static final Duration INTERVAL = Duration.ofSeconds(1);

  /** Sums at a time, so that they do not hold up the shares. */
  private static final int MOST = 2000;

  private final JournalSettings settings;
  private ProcessorContext<String, TotalRecord> context;
  private ShareRows shares;
  private RecordStore<TotalRecord> sums;
  private SumsToTell toTell;

  RollUpMass(JournalSettings settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, TotalRecord> context) {
    this.context = context;
    this.shares = new ShareRows(context.getStateStore(JournalStores.MASS_SHARES));
    this.sums = new RecordStore<>(context.getStateStore(JournalStores.SUMS), TotalRecord.class);
    this.toTell = new SumsToTell(context.getStateStore(JournalStores.SUMS_TO_TELL));
    context.schedule(
        INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> tell(settings.atOnce(MOST), now));
  }

  @Override
  public void process(Record<String, MassShareRecord> record) {
    for (Share share : record.value().shares()) {
      take(record.value(), share);
    }
    if (toTell.size() > settings.mayWait()) {
      tell(Integer.MAX_VALUE, record.timestamp());
    }
  }

  private void take(MassShareRecord of, Share share) {
    String named =
        String.join(
            "|",
            of.key(),
            share.factor(),
            share.period().name(),
            Long.toString(share.start().getEpochSecond()));
    ShareRows.Row row = ShareRows.Row.of(share);
    ShareRows.Row old = shares.put(named, of.mn(), row);
    Bytes key = key(named);
    TotalRecord before = sums.get(key);
    toTell.changed(key, before);
    sums.put(
        key,
        TotalRecord.of(
                new Scope(of.scope(), of.id()),
                share.factor(),
                share.period(),
                share.start(),
                (before == null ? 0 : before.massMg()) + row.massMg() - old.massMg(),
                (before == null ? 0 : before.substitutedMg())
                    + row.substitutedMg()
                    - old.substitutedMg(),
                before == null ? null : before.permittedMg(),
                (before == null ? 0 : before.outlets())
                    + (row.isIn() ? 1 : 0)
                    - (old.isIn() ? 1 : 0))
            .withRevision(before == null ? 0 : before.revision()));
  }

  private void tell(int most, long now) {
    for (SumsToTell.Published published : toTell.take(most)) {
      TotalRecord sum = withPermit(sums.get(published.sum()), published.sum());
      TotalRecord next = sum.withRevision(sum.revision() + 1);
      if (!sum.saysTheSameAs(published.record())) {
        sums.put(published.sum(), next);
        context.forward(new Record<>(next.key(), next, now));
      }
    }
  }

  private TotalRecord withPermit(TotalRecord sum, Bytes name) {
    return TotalRecord.of(
            new Scope(sum.scope(), sum.id()),
            sum.factor(),
            sum.period(),
            sum.start(),
            sum.massMg(),
            sum.substitutedMg(),
            sum.scope() == Scope.Kind.ENTERPRISE
                ? shares.greatestPermitted(new String(name.get(), StandardCharsets.UTF_8))
                : null,
            sum.outlets())
        .withRevision(sum.revision());
  }

  private static Bytes key(String text) {
    return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
