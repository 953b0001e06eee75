package io.touchline.contract;

import io.touchline.domain.Decimal;
import java.util.SortedMap;

/**
 * How an outlet is built and measured.
 *
 * @param stackArea of the duct at the measuring section, m²; absent for water or where it is not
 *     known
 * @param velocityCoefficient velocity field coefficient (速度场系数) that turns the velocity at the
 *     probe into that of the section; absent for 1
 * @param detectionLimits what an analyser cannot tell from nothing, by factor in the unit of the
 *     tables; absent where none is registered
 */
public record Installation(
    Decimal stackArea, Decimal velocityCoefficient, SortedMap<String, Decimal> detectionLimits) {}
