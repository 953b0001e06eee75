package io.touchline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.CommandResultRecord.State;
import io.touchline.contract.PacketHeaders;
import io.touchline.contract.StationDialect;
import io.touchline.contract.StationKeysRecord;
import io.touchline.fleet.logger.DataLogger;
import io.touchline.fleet.logger.LoggerPersonality;
import io.touchline.fleet.misbehaviour.Habits;
import io.touchline.hj212.CommandCode;
import io.touchline.hj212.Edition;
import io.touchline.hj212.Sm4Key;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A logger of 2025 joins, gets its key, and gets another. */
class JoiningLoggerIT extends DialogScene {

  @Test
  void aNewLoggerJoinsByItsSerialAndEnciphersWhatItMeasuredMeanwhile() {
    String serial = "SN" + mn.substring(0, 12);
    register(new StationDialect(null, null, null, null, null, null, List.of(serial), null, null));
    DataLogger logger =
        logger(
            LoggerPersonality.unjoined("31", Centre.PASSWORD, serial, "A800200A8C6D"),
            Habits.none(),
            east);

    logger.send(hour(1)).orTimeout(60, TimeUnit.SECONDS).join();

    assertThat(logger.configuration().identity().mn()).isEqualTo(mn);
    assertThat(logger.configuration().key()).isNotNull();
    List<StationKeysRecord> keys =
        centre.read(centre.topics.stationKeys(), mn, StationKeysRecord.class);
    assertThat(keys.get(keys.size() - 1).keys())
        .extracting(StationKeysRecord.Key::key)
        .contains(logger.configuration().key().hex());
    ConsumerRecord<String, byte[]> upload = packets("CN=2061").get(0);
    assertThat(PacketHeaders.get(upload.headers(), PacketHeaders.ENCIPHERED)).isEqualTo("true");
    assertThat(quarantined(serial)).isNotEmpty();
  }

  @Test
  void aKeyIsRenewedAndUploadsGoOn() {
    register(
        new StationDialect(null, null, null, null, null, "ThisIsTheFirst01", null, null, null));
    DataLogger logger =
        connected(
            personality(Edition.V2025).withKey(Sm4Key.parse("ThisIsTheFirst01")),
            Habits.none(),
            east);

    assertThat(outcome(command(CommandCode.NEW_KEY, Map.of())).state()).isEqualTo(State.DONE);
    logger.send(hour(2)).orTimeout(60, TimeUnit.SECONDS).join();

    assertThat(logger.configuration().key()).isNotEqualTo(Sm4Key.parse("ThisIsTheFirst01"));
    assertThat(packets("CN=2061")).hasSize(2);
  }
}
