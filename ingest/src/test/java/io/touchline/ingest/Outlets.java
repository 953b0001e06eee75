package io.touchline.ingest;

import io.touchline.contract.OutletRecord;
import io.touchline.domain.Medium;
import java.time.LocalDate;
import java.util.List;

/** Registry entries. */
final class Outlets {

  private Outlets() {}

  static OutletRecord stack(String mn, String password) {
    return new OutletRecord(
        OutletRecord.SCHEMA_VERSION,
        mn,
        "DA001",
        "1#脱硫烟囱",
        "91610000000000000X",
        "某热电厂",
        "610100",
        "西安市",
        Medium.AIR,
        null,
        null,
        null,
        null,
        "2017",
        password,
        LocalDate.of(2026, 1, 1),
        null,
        List.of());
  }
}
