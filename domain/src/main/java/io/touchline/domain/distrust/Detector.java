package io.touchline.domain.distrust;

import java.util.List;

/** One test of the data. Where what it needs is lacking it cannot tell, and raises nothing. */
interface Detector {

  /** All it finds in a series, for one pollutant. */
  List<Suspicion> find(String factor, HourSeries series);
}
