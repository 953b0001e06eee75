package io.touchline.streams;

import io.touchline.contract.MassShareRecord;
import io.touchline.contract.MassShareRecord.Share;
import io.touchline.contract.PermitsRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.totals.PermittedAmount;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Adds up what outlets tell of themselves to the sums of enterprises, regions and sectors. Each
 * outlet's last share is kept, so a revision takes the old one back to the milligram and adds the
 * new. What changed a sum within a second is published as one revision; then twelve months in a row
 * are added up from the months that changed.
 */
final class RollUpMass implements Processor<String, Object, String, TotalRecord> {

  private static final Duration INTERVAL = Duration.ofSeconds(1);

  /** Sums at a time, so that they do not hold up the shares. */
  private static final int MOST = 2000;

  private final JournalSettings settings;
  private ProcessorContext<String, TotalRecord> context;
  private ShareRows shares;
  private RecordStore<TotalRecord> sums;
  private SumsToTell toTell;
  private RecordStore<PermitsRecord> permits;

  RollUpMass(JournalSettings settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, TotalRecord> context) {
    this.context = context;
    this.shares = new ShareRows(context.getStateStore(JournalStores.MASS_SHARES));
    this.sums = new RecordStore<>(context.getStateStore(JournalStores.SUMS), TotalRecord.class);
    this.toTell = new SumsToTell(context.getStateStore(JournalStores.SUMS_TO_TELL));
    this.permits =
        new RecordStore<>(context.getStateStore(JournalStores.PERMITS), PermitsRecord.class);
    context.schedule(
        INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> tell(settings.atOnce(MOST), now));
  }

  @Override
  public void process(Record<String, Object> record) {
    if (record.value() instanceof MassShareRecord of) {
      of.shares().forEach(share -> take(of, share));
      if (toTell.size() > settings.mayWait()) {
        tell(Integer.MAX_VALUE, record.timestamp());
      }
    } else if (record.value() instanceof PermitsRecord permit) {
      permitted(permit);
    }
  }

  private void take(MassShareRecord of, Share share) {
    Scope scope = new Scope(of.scope(), of.id());
    String named = SumsAbove.name(scope, share.factor(), share.period(), share.start());
    ShareRows.Row row = ShareRows.Row.of(share);
    ShareRows.Row old = shares.put(named, of.mn(), row);
    Bytes key = SumsAbove.key(named);
    TotalRecord before = sums.get(key);
    toTell.changed(key, before);
    sums.put(
        key,
        TotalRecord.of(
                scope,
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

  /** All sums of the enterprise are told anew, when the step that judges has kept its permits. */
  private void permitted(PermitsRecord permit) {
    String of = permit.key() + '|';
    sums.upwards(
        SumsAbove.key(of),
        SumsAbove.key(of + '\uFFFF'),
        (key, sum) -> {
          toTell.changed(key, sum);
          return true;
        });
  }

  private void tell(int most, long now) {
    TwelveMonths twelve = new TwelveMonths(sums);
    for (SumsToTell.Published published : toTell.take(most)) {
      TotalRecord sum = sums.get(published.sum());
      if (sum.period() == TotalPeriod.ROLLING_12M) {
        twelve.lookAt(sum);
      } else {
        publish(published.sum(), sum, published.record(), now);
        if (sum.period() == TotalPeriod.MONTH) {
          twelve.lookAtThoseThatHold(sum);
        }
      }
    }
    twelve.forEach((key, sum) -> publish(key, sum, sums.get(key), now));
  }

  /** As its next revision, where it says something else than before. */
  private void publish(Bytes key, TotalRecord sum, TotalRecord before, long now) {
    TotalRecord next = withPermit(sum).withRevision(sum.revision() + 1);
    if (!next.saysTheSameAs(before)) {
      sums.put(key, next);
      context.forward(new Record<>(next.key(), next, now));
    }
  }

  private TotalRecord withPermit(TotalRecord sum) {
    Scope scope = new Scope(sum.scope(), sum.id());
    return TotalRecord.of(
        scope,
        sum.factor(),
        sum.period(),
        sum.start(),
        sum.massMg(),
        sum.substitutedMg(),
        PermittedAmount.of(amounts(scope), sum.factor(), sum.period(), sum.start()).orElse(null),
        sum.outlets());
  }

  private List<PermittedAmount> amounts(Scope scope) {
    PermitsRecord record =
        scope.kind() == Scope.Kind.ENTERPRISE ? permits.get(SumsAbove.key(scope.text())) : null;
    return record == null ? List.of() : record.amounts();
  }
}
