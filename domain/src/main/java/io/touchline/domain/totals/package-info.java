/**
 * Emitted mass over days, months, quarters, years and twelve months in a row, in whole milligrams:
 * so that adding and taking back is exact and the order makes no difference. Measured and
 * substituted mass stay apart.
 */
package io.touchline.domain.totals;
