package io.touchline.app.registry;

import io.touchline.contract.EnterpriseRecord;
import io.touchline.contract.RegionRecord;

/** Regions and the enterprises in them, as other tables refer to them. */
final class Places {

  private Places() {}

  /** A county, prefecture or province by its GB/T 2260 code; the parent is "" at the top. */
  record Region(RegionRecord record) {

    String code() {
      return record.code();
    }

    String name() {
      return record.name();
    }

    String parent() {
      return record.parent() == null ? "" : record.parent();
    }
  }

  /** A pollutant discharger (排污单位). */
  record Enterprise(EnterpriseRecord record) {

    String code() {
      return record.code();
    }

    String name() {
      return record.name();
    }

    String region() {
      return record.regionCode();
    }
  }
}
