package io.touchline.streams;

import io.touchline.contract.TotalRecord;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import java.time.Instant;

/** {@link TotalRecord} in some sixty bytes; its share is worked out again. */
final class TotalRowCodec implements RowCodec<TotalRecord> {

  static final TotalRowCodec INSTANCE = new TotalRowCodec();

  private static final int VERSION = 1;

  private TotalRowCodec() {}

  @Override
  public byte[] encode(TotalRecord total) {
    RowWriter row =
        new RowWriter(96)
            .bits(VERSION)
            .text(total.scope().name())
            .text(total.id())
            .text(total.factor())
            .text(total.period().name())
            .number(total.start().getEpochSecond())
            .number(total.massMg())
            .number(total.substitutedMg())
            .count(total.outlets())
            .count(total.revision());
    if (total.permittedMg() != null) {
      row.number(total.permittedMg());
    }
    return row.toBytes();
  }

  @Override
  public TotalRecord decode(byte[] bytes) {
    RowReader row = new RowReader(bytes);
    row.version(VERSION, "sum");
    Scope.Kind kind = Scope.Kind.valueOf(row.text());
    Scope scope = new Scope(kind, row.text());
    String factor = row.text();
    TotalPeriod period = TotalPeriod.valueOf(row.text());
    Instant start = Instant.ofEpochSecond(row.number());
    long mass = row.number();
    long substituted = row.number();
    int outlets = row.count();
    int revision = row.count();
    Long permitted = row.isAtEnd() ? null : row.number();
    return TotalRecord.of(scope, factor, period, start, mass, substituted, permitted, outlets)
        .withRevision(revision);
  }
}
