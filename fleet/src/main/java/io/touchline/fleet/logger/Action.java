package io.touchline.fleet.logger;

import java.util.Iterator;
import java.util.List;
import java.util.function.IntSupplier;

/** What a request makes a logger do, before it does it. */
sealed interface Action {

  /** ExeRtn of what went well (HJ 212-2017 table 6). */
  int DONE = 1;

  /** ExeRtn of what went wrong for no reason that the table has. */
  int FAILED = 2;

  /** ExeRtn where there is nothing to tell. */
  int NO_DATA = 100;

  /** 9011 with a QnRtn other than 1, and no more. */
  record Refuse(int qnRtn) implements Action {}

  /** A notice of the centre: 9013, and the effect. */
  record TakeNotice(Runnable effect) implements Action {}

  /** 9011, the effect, 9012 with what it gives. */
  record Carry(IntSupplier effect) implements Action {}

  /** 9011, the values, 9012. */
  record Tell(List<FactorFields> values) implements Action {}

  /** 9011, a packet for each period under a number of its own, 9012. */
  record TellHistory(Iterator<List<Upload>> periods) implements Action {}
}
