package io.touchline.app.proof;

import io.touchline.contract.DossierRecord;
import io.touchline.contract.FrameRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.StationKeysRecord;
import java.util.List;

/**
 * All that verifies one case, wherever it was read from.
 *
 * @param outlets as registered, with the keys that open enciphered frames where they are known; a
 *     dossier holds none
 * @param frames by their place
 */
record CaseMaterial(
    DossierRecord dossier,
    List<OutletRecord> outlets,
    List<StationKeysRecord> keys,
    List<FrameRecord> frames) {

  CaseHistory history() {
    return CaseHistory.of(dossier.events());
  }
}
