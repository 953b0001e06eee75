package io.touchline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.touchline.contract.CommandRecord.Origin;
import io.touchline.contract.CommandResultRecord.State;
import io.touchline.contract.StationKeysRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.hj212.CommandCode;
import io.touchline.hj212.DataTimes;
import io.touchline.hj212.Packet;
import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Sm4Key;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a logger of HJ 212-2025 joins and gets its keys, and how a password is changed. */
class JoiningIT extends CommandScene {

  private static final String REGISTERED = "0123456789ABCDEF";

  @Test
  void aLoggerJoinsByItsSerialAndGetsItsMnAndItsFirstKey() throws IOException {
    broker.register(topics, Frames.MN, withDialect(null, List.of("LOGGER7"), false));
    CommandedLogger logger = new CommandedLogger(gateway("east"));
    logger.on(logger::does);

    logger.send(Frames.join2025(now(), "LOGGER7"));

    await().atMost(SOON).until(() -> !logger.requests().isEmpty());
    Packet mn = logger.requests().get(0);
    assertThat(logger.answers()).extracting(Packet::cn).containsExactly("9013");
    assertThat(mn.cn()).isEqualTo("1002");
    assertThat(mn.mn()).isEqualTo(Frames.MN);
    assertThat(mn.value("i23005-Info")).isEqualTo("LOGGER7");
    assertThat(mn.flag()).isEqualTo(9);
    await().atMost(SOON).until(() -> commands().size() == 1);
    assertThat(commands().get(0).origin()).isEqualTo(Origin.LOGGER);
    assertThat(awaitEnd(commands().get(0).id()).state()).isEqualTo(State.DONE);

    logger.send(keyRequest().toFrame());
    await().atMost(SOON).until(() -> logger.requests().size() == 2);
    Packet key = logger.requests().get(1);
    assertThat(key.cn()).isEqualTo("1014");
    assertThat(key.enciphered()).isFalse();
    assertThat(key.value("NewSK")).hasSize(16);
    Sm4Key agreed = Sm4Key.parse(key.value("NewSK"));
    await().atMost(SOON).until(() -> keys().stream().anyMatch(one -> one.confirmedAt() != null));
    assertThat(keys()).extracting(StationKeysRecord.Key::key).containsExactly(agreed.hex());

    // From now on it enciphers.
    int kept = broker.read(topics.packets()).size();
    logger.send(minute().enciphered(agreed).toFrame());
    await().atMost(SOON).until(() -> broker.read(topics.packets()).size() == kept + 1);
    assertThat(broker.read(topics.quarantine())).hasSize(1);
    logger.close();
  }

  @Test
  void aLoggerWithAnUnknownSerialIsAnsweredAndGivenNothing() throws IOException {
    CommandedLogger logger = new CommandedLogger(gateway("east"));

    logger.send(Frames.join2025(now(), "STRANGER"));

    await().atMost(SOON).until(() -> logger.answers().size() == 1);
    assertThat(commands()).isEmpty();
    assertThat(logger.requests()).isEmpty();
    logger.close();
  }

  @Test
  void aKeyIsRenewedUnderTheOneBefore() throws IOException {
    broker.register(topics, Frames.MN, withDialect(REGISTERED, null, false));
    CommandedLogger logger = connect(gateway("east"), minute().toFrame());
    logger.knows(Sm4Key.parse(REGISTERED));
    logger.on(logger::does);

    String id = command(CommandCode.NEW_KEY, Map.of());

    assertThat(awaitEnd(id).state()).isEqualTo(State.DONE);
    Packet first = logger.requests().get(0);
    assertThat(first.enciphered()).isTrue();
    Sm4Key second = Sm4Key.parse(first.value("NewSK"));
    await().atMost(SOON).until(() -> keys().stream().anyMatch(one -> one.confirmedAt() != null));

    logger.knows(second);
    assertThat(awaitEnd(command(CommandCode.NEW_KEY, Map.of())).state()).isEqualTo(State.DONE);
    assertThat(logger.requests().get(1).enciphered()).isTrue();
    await().atMost(SOON).until(() -> keys().size() == 2);
    // No key on the topics that others read.
    assertThat(commands()).allSatisfy(command -> assertThat(command.parameters()).isEmpty());
    assertThat(steps(id)).allSatisfy(step -> assertThat(step.toString()).doesNotContain("NewSK"));
  }

  @Test
  void aKeyThatWasNotConfirmedIsKeptToo() throws IOException {
    broker.register(topics, Frames.MN, withDialect(REGISTERED, null, false));
    CommandedLogger logger = connect(gateway("east"), minute().toFrame());
    logger.knows(Sm4Key.parse(REGISTERED));
    logger.on(request -> logger.says(request, "9011", "QnRtn", "1"));

    assertThat(awaitEnd(command(CommandCode.NEW_KEY, Map.of())).state()).isEqualTo(State.UNKNOWN);

    Sm4Key given = Sm4Key.parse(logger.requests().get(0).value("NewSK"));
    assertThat(keys()).hasSize(1);
    assertThat(keys().get(0).confirmedAt()).isNull();
    int kept = broker.read(topics.packets()).size();
    logger.send(minute().enciphered(given).toFrame());
    await().atMost(SOON).until(() -> broker.read(topics.packets()).size() == kept + 1);
  }

  @Test
  void aKeyFromOutsideIsNotTaken() throws IOException {
    CommandedLogger logger = connect(gateway("east"), minute().toFrame());

    String id = command(CommandCode.NEW_KEY, Map.of("NewSK", REGISTERED));

    assertThat(awaitEnd(id).state()).isEqualTo(State.INVALID);
    assertThat(logger.requests()).isEmpty();
  }

  @Test
  void aLoggerMayAnswerWithTheNewPasswordAlready() throws IOException {
    CommandedLogger logger = connect(gateway("east"));
    logger.on(
        request -> {
          logger.says(request, "9011", "QnRtn", "1");
          logger.send(
              new PacketWriter()
                  .qn(request.qn())
                  .st("91")
                  .cn("9012")
                  .pw("654321")
                  .mn(Frames.MN)
                  .flag(4)
                  .item("ExeRtn", "1")
                  .toFrame());
        });

    String id = command(CommandCode.SET_PASSWORD, Map.of("NewPW", "654321"));

    assertThat(awaitEnd(id).state()).isEqualTo(State.DONE);
    assertThat(steps(id)).allSatisfy(step -> assertThat(step.toString()).doesNotContain("654321"));
  }

  private List<StationKeysRecord.Key> keys() {
    List<StationKeysRecord> records =
        broker.read(topics.stationKeys()).stream()
            .map(record -> parse(record.value(), StationKeysRecord.class))
            .toList();
    return records.isEmpty() ? List.of() : records.get(records.size() - 1).keys();
  }

  private static String now() {
    return DataTimes.formatMilli(ChinaTime.civil(Instant.now()));
  }

  private static PacketWriter keyRequest() {
    return new PacketWriter()
        .qn(now())
        .st("31")
        .cn("1014")
        .pw(Frames.PW)
        .mn(Frames.MN)
        .flag(9)
        .item("SKCreateTime", "20260101000000000");
  }

  private static PacketWriter minute() {
    return new PacketWriter()
        .qn(now())
        .st("31")
        .cn("2051")
        .pw(Frames.PW)
        .mn(Frames.MN)
        .flag(9)
        .item("DataTime", "20260101080000")
        .factor("a21026", "Avg", "12.3", "Flag", "N");
  }
}
