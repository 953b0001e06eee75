package io.touchline.alerts.pipeline;

import java.util.List;

/** One step on the way from changes to messages. */
interface Stage {

  /** Those that go on; what does not is held or dropped at the moment, with its reason. */
  List<Telling> pass(List<Telling> tellings, Moment moment);
}
