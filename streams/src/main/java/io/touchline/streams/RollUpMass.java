package io.touchline.streams;

import io.touchline.contract.MassShareRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.totals.Scope;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Adds up what outlets tell of themselves to the sums of enterprises and regions. Each outlet's
 * last share is kept, so a revision takes the old one back to the milligram and adds the new.
 */
final class RollUpMass implements Processor<String, MassShareRecord, String, TotalRecord> {

  private static final String AFTER = "\uFFFF";

  private ProcessorContext<String, TotalRecord> context;
  private RecordStore<MassShareRecord> shares;
  private RecordStore<TotalRecord> sums;

  @Override
  public void init(ProcessorContext<String, TotalRecord> context) {
    this.context = context;
    this.shares =
        new RecordStore<>(context.getStateStore(JournalStores.MASS_SHARES), MassShareRecord.class);
    this.sums = new RecordStore<>(context.getStateStore(JournalStores.SUMS), TotalRecord.class);
  }

  @Override
  public void process(Record<String, MassShareRecord> record) {
    MassShareRecord share = record.value();
    String named = share.sum();
    Bytes own = key(named + '|' + share.mn());
    MassShareRecord old = shares.get(own);
    shares.put(own, share);
    TotalRecord before = sums.get(key(named));
    TotalRecord sum =
        TotalRecord.of(
            new Scope(share.scope(), share.id()),
            share.factor(),
            share.period(),
            share.start(),
            (before == null ? 0 : before.massMg())
                + of(share.massMg())
                - (old == null ? 0 : of(old.massMg())),
            (before == null ? 0 : before.substitutedMg())
                + of(share.substitutedMg())
                - (old == null ? 0 : of(old.substitutedMg())),
            permitted(share, named),
            (before == null ? 0 : before.outlets()) + in(share) - in(old));
    if (sum.saysTheSameAs(before)) {
      return;
    }
    TotalRecord next = sum.withRevision(before == null ? 1 : before.revision() + 1);
    sums.put(key(named), next);
    context.forward(new Record<>(next.key(), next, record.timestamp()));
  }

  /** All outlets of an enterprise tell its permit; while a new one is on its way the greater. */
  private Long permitted(MassShareRecord share, String sum) {
    if (share.scope() != Scope.Kind.ENTERPRISE) {
      return null;
    }
    Long[] greatest = new Long[1];
    shares.upwards(
        key(sum + '|'),
        key(sum + '|' + AFTER),
        (name, one) -> {
          Long permitted = one.permittedMg();
          if (permitted != null && (greatest[0] == null || permitted > greatest[0])) {
            greatest[0] = permitted;
          }
          return true;
        });
    return greatest[0];
  }

  private static long of(Long mass) {
    return mass == null ? 0 : mass;
  }

  private static int in(MassShareRecord share) {
    return share == null || share.massMg() == null ? 0 : 1;
  }

  private static Bytes key(String text) {
    return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
