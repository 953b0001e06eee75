package io.touchline.domain.flue;

import io.touchline.domain.Decimal;
import java.math.BigDecimal;

/** To what a concentration is converted (折算基准). */
public sealed interface Reference {

  /** Reference oxygen content (基准氧含量) in percent, from 0 to below 21. */
  record Oxygen(Decimal percent) implements Reference {
    public Oxygen {
      if (percent.isNegative() || percent.number().compareTo(BigDecimal.valueOf(21)) >= 0) {
        throw new IllegalArgumentException("reference oxygen " + percent + " %");
      }
    }
  }

  /** Excess-air coefficient (过量空气系数), 1 and above. */
  record ExcessAir(Decimal coefficient) implements Reference {
    public ExcessAir {
      if (coefficient.number().compareTo(BigDecimal.ONE) < 0) {
        throw new IllegalArgumentException("excess-air coefficient " + coefficient);
      }
    }
  }

  /** The standard sets none: the measured value stands. */
  record None() implements Reference {}
}
