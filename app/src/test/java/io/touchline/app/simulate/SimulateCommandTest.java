package io.touchline.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.CommandRun;
import io.touchline.fleet.misbehaviour.Misbehaviour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateCommandTest {

  @Test
  void misbehavioursAreListedWithWhatAGatewayShouldDo() {
    CommandRun run = CommandRun.of("simulate", "--misbehave", "list");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines()).hasSize(Misbehaviour.values().length);
    assertThat(run.out())
        .contains("crc-modbus: Check code is CRC-16/MODBUS, high byte first - refused (bad-crc);")
        .contains("lf-only: LF alone for a line break - taken and answered");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "simulate | touchline: --target, --csv, --map is missing",
        "simulate --csv f --map a=1 | touchline: --target is missing",
        "simulate --target h:1 --csv f --map a=1 --misbehave politely | touchline: There is no"
            + " misbehaviour politely",
        "simulate --target h:1 --csv f --map a=1 --edition 2011 | touchline: --edition is 2005",
      })
  void wrongUsageIsOneSentenceAndExitCodeTwo(String line, String sentence) {
    CommandRun run = CommandRun.of(line.split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith(sentence);
  }
}
