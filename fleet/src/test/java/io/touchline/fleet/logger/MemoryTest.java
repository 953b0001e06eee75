package io.touchline.fleet.logger;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.ChinaTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryTest {

  private static final Instant START = ChinaTime.parse("2026-11-20T00:00:00+08:00");

  @Test
  void periodsComeOldestFirstWithBothBoundsIncluded() {
    Memory memory = new Memory();
    for (int hour : new int[] {3, 1, 2, 0, 4}) {
      memory.remember(upload("2061", hour));
    }
    memory.remember(upload("2051", 2));

    assertThat(starts(memory, "2061", 1, 3)).containsExactly(at(1), at(2), at(3));
    assertThat(starts(memory, "2061", 2, 2)).containsExactly(at(2));
    assertThat(starts(memory, "2061", 3, 2)).isEmpty();
    assertThat(starts(memory, "2031", 0, 9)).isEmpty();
  }

  @Test
  void theOldestIsForgottenWhereThereIsNoRoom() {
    Memory memory = new Memory(3);
    for (int hour = 0; hour < 5; hour++) {
      memory.remember(upload("2061", hour));
    }

    assertThat(starts(memory, "2061", 0, 9)).containsExactly(at(2), at(3), at(4));
  }

  @Test
  void whatIsLostIsNoLongerTold() {
    Memory memory = new Memory();
    for (int hour = 0; hour < 5; hour++) {
      memory.remember(upload("2061", hour));
    }

    memory.lose("2061", at(1), at(3));

    assertThat(starts(memory, "2061", 0, 9)).containsExactly(at(0), at(3), at(4));
  }

  @Test
  void aPeriodTooLongForOnePacketIsToldInParts() {
    Memory memory = new Memory();
    List<FactorFields> many =
        IntStream.range(10, 60)
            .mapToObj(code -> new FactorFields("a210" + code, List.of("Avg", "123.456")))
            .toList();
    memory.remember(Upload.of("2061", START, many));

    List<Upload> parts = memory.between("2061", START, START).next();

    assertThat(parts).hasSizeGreaterThan(1).allMatch(Upload::isSplit);
    assertThat(parts.stream().mapToInt(part -> part.factors().size()).sum()).isEqualTo(50);
  }

  private static List<Instant> starts(Memory memory, String commandCode, int from, int to) {
    List<Instant> starts = new ArrayList<>();
    memory
        .between(commandCode, at(from), at(to))
        .forEachRemaining(parts -> starts.add(parts.get(0).dataTime()));
    return starts;
  }

  private static Upload upload(String commandCode, int hour) {
    return Upload.of(
        commandCode, at(hour), List.of(new FactorFields("a21026", List.of("Avg", "1"))));
  }

  private static Instant at(int hour) {
    return START.plus(Duration.ofHours(hour));
  }
}
