package io.touchline.streams;

import io.touchline.contract.CommandResultRecord;
import io.touchline.contract.Json;
import io.touchline.domain.watch.HistoryRequest.Outcome;
import io.touchline.streams.JournalEvent.RequestEnded;
import java.io.IOException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Reads how the journal's own requests for history ended. The first terminal step of a command
 * counts; later ones find no open request any more. Steps of other people's commands pass by.
 */
final class ReadResults implements Processor<String, byte[], String, Object> {

  private ProcessorContext<String, Object> context;

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
  }

  @Override
  public void process(Record<String, byte[]> record) {
    try {
      CommandResultRecord result =
          Json.mapper().readValue(record.value(), CommandResultRecord.class);
      if (result.state().terminal()) {
        GapCommands.requestOf(result.mn(), result.id())
            .ifPresent(
                request ->
                    context.forward(
                        record
                            .withKey(result.mn())
                            .withValue(
                                new RequestEnded(
                                    result.mn(), request, outcomeOf(result), result.at())),
                        OutletJournalTopology.WATCH));
      }
    } catch (IOException | RuntimeException e) {
      context.forward(
          Quarantine.of(record, "bad-command-result", e.getMessage()),
          OutletJournalTopology.TO_QUARANTINE);
    }
  }

  /** What a gateway holds for invalid will be as invalid tomorrow: the logger has no such thing. */
  private static Outcome outcomeOf(CommandResultRecord result) {
    return switch (result.state()) {
      case DONE -> Outcome.DONE;
      case NO_DATA, REFUSED, INVALID -> Outcome.REFUSED;
      default -> Outcome.OPEN;
    };
  }
}
