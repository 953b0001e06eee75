package io.touchline.portal.page;

import java.util.List;

/**
 * The outlets of one province, by region.
 *
 * @param code first two digits of the GB/T 2260 code, "" where the registry gives none
 * @param exceeding how many of them have an open exceedance
 */
public record ProvinceGroup(String code, List<OutletCard> outlets, long exceeding) {

  public long silent() {
    return outlets.stream().filter(OutletCard::silent).count();
  }
}
