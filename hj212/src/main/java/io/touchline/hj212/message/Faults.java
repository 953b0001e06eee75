package io.touchline.hj212.message;

import io.touchline.hj212.Edition;
import io.touchline.hj212.Parameters;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a message's fields lack, by the fields that it should have. */
final class Faults {

  private Faults() {}

  /** In the order of the shape; last, whether a span of time ends before it begins. */
  static List<Fault> of(List<FieldUse> shape, Parameters parameters, Edition edition) {
    List<Fault> faults = new ArrayList<>();
    for (FieldUse use : shape) {
      if (use.isOf(edition)) {
        of(use, parameters).ifPresent(faults::add);
      }
    }
    backwards(parameters).ifPresent(faults::add);
    return List.copyOf(faults);
  }

  private static Optional<Fault> of(FieldUse use, Parameters parameters) {
    return use.needed() && use.field().text(parameters).isEmpty()
        ? Optional.of(use.field().missing())
        : use.field().fault(parameters);
  }

  private static Optional<Fault> backwards(Parameters parameters) {
    Optional<LocalDateTime> begin = Fields.BEGIN_TIME.in(parameters);
    return Fields.END_TIME
        .in(parameters)
        .filter(end -> begin.isPresent() && end.isBefore(begin.get()))
        .map(
            end ->
                new Fault(
                    "EndTime",
                    Fault.Problem.WRONG,
                    Fields.END_TIME.text(parameters).orElse(""),
                    "a time not before BeginTime",
                    "不早于BeginTime的时间"));
  }
}
