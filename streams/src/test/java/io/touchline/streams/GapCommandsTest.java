package io.touchline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.CommandRecord;
import io.touchline.domain.watch.DataLevel;
import io.touchline.domain.watch.Finding;
import io.touchline.domain.watch.HistoryRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GapCommandsTest {

  @ParameterizedTest
  @CsvSource({
    "HOUR, 60, false, 20260101090000, 20260101110000",
    "HOUR, 60, true, 20260101100000, 20260101120000",
    "MINUTE, 10, false, 20260101090000, 20260101115000",
    "MINUTE, 1, true, 20260101090100, 20260101120000",
  })
  void bothEndsAreNamedAsTheLoggerStampsItsPeriods(
      DataLevel level, int step, boolean stampsEnd, String begin, String end) {
    CommandRecord command =
        GapCommands.history(Frames.MN, asked(level), step, stampsEnd, Instant.EPOCH);

    assertThat(command.parameters())
        .containsEntry("BeginTime", begin)
        .containsEntry("EndTime", end)
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {Frames.MN, "a/b", "中文"})
  void requestIsReadBackFromItsId(String mn) {
    Finding.Asked asked = asked(DataLevel.HOUR);
    CommandRecord command = GapCommands.history(mn, asked, 60, false, Instant.EPOCH);

    assertThat(GapCommands.requestOf(mn, command.id())).contains(asked.request());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7c1f",
        "gap/M/HOUR/20260101090000/20260101120000/1",
        "gap/A1/WEEK/20260101090000/20260101120000/1",
        "gap/A1/HOUR/noon/20260101120000/1",
        "gap/A1/HOUR/20260101090000/20260101120000/x",
        "gap/A1/HOUR/20260101090000",
        "clock/A1/20260101090000000",
      })
  void idsOfOthersNameNoRequest(String id) {
    assertThat(GapCommands.requestOf("A1", id)).isEmpty();
  }

  private static Finding.Asked asked(DataLevel level) {
    int nine = (int) (Frames.at(9, 0).getEpochSecond() / 60);
    return new Finding.Asked(new HistoryRequest(level, nine, nine + 180, 1), 0);
  }

  @Test
  void timeIsSetWithoutATimeOfItsOwn() {
    CommandRecord command =
        GapCommands.setTime(Frames.MN, new Finding.ClockToSet(-61_000), Frames.at(9, 0));

    assertThat(command.id()).isEqualTo("clock/" + Frames.MN + "/20260101090000000");
    assertThat(command.parameters()).isEmpty();
    assertThat(command.reason()).isEqualTo("the clock is off by -61 s");
  }
}
