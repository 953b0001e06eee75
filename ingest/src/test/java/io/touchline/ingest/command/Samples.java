package io.touchline.ingest.command;

import io.touchline.contract.CommandRecord;
import io.touchline.contract.CommandRecord.Origin;
import io.touchline.contract.CommandResultRecord;
import io.touchline.contract.CommandResultRecord.State;
import io.touchline.hj212.CommandCode;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;

/** Commands and steps for tests. */
final class Samples {

  static final Instant NOON = Instant.parse("2026-01-01T04:00:00Z");
  static final String MN = "010000A8900016F000169DC0";
  static final String QN = "20260101120000000";

  static final Standing.Holder EAST = new Standing.Holder("east", "1");
  static final Standing.Holder EAST_ANEW = new Standing.Holder("east", "2");
  static final Standing.Holder WEST = new Standing.Holder("west", "1");

  private Samples() {}

  static CommandRecord command(String id, CommandCode code, Origin origin) {
    return new CommandRecord(
        CommandRecord.SCHEMA_VERSION,
        id,
        MN,
        code,
        new TreeMap<>(),
        origin,
        "tester",
        "test",
        NOON,
        NOON.plus(Duration.ofMinutes(30)));
  }

  static CommandRecord command(String id) {
    return command(id, CommandCode.DEVICE_TIME, Origin.PERSON);
  }

  static CommandResultRecord step(String id, State state, Standing.Holder who, int second) {
    return new CommandResultRecord(
        CommandResultRecord.SCHEMA_VERSION,
        id,
        MN,
        "DEVICE_TIME",
        state,
        at(second),
        who.gateway(),
        who.run(),
        QN,
        state == State.TAKEN ? 0 : 1,
        null,
        null,
        0,
        null,
        null);
  }

  static CommandResultRecord step(State state, Standing.Holder who, int second) {
    return step("c1", state, who, second);
  }

  static Instant at(int second) {
    return NOON.plusSeconds(second);
  }
}
