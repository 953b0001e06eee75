package io.touchline.portal.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.alerts.Incoming;
import io.touchline.contract.ConnectionRecord;
import io.touchline.contract.Json;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuarantineTableIT {

  private static final String MN = "88888800000000000000AA01";
  private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

  @RegisterExtension static final PortalDatabase DATABASE = new PortalDatabase();

  @Test
  void onlyTheLatestThousandAreKept() {
    QuarantineTable quarantine = new QuarantineTable(DATABASE.jdbi());
    apply(quarantine, IntStream.range(0, 1_200).mapToObj(QuarantineTableIT::piece).toList());
    apply(quarantine, List.of(piece(1_200)));

    assertThat(quarantine.counts(null)).containsEntry("bad-crc", 1_000L).hasSize(1);
    assertThat(quarantine.latest(null, null, 0, 1))
        .extracting(Quarantined::offset)
        .containsExactly(1_200L);
    assertThat(quarantine.find(0, 200, null)).isEmpty();
    assertThat(quarantine.find(0, 201, null)).isPresent();
  }

  @Test
  void aPieceThatIsReadAgainIsThereOnce() {
    QuarantineTable quarantine = new QuarantineTable(DATABASE.jdbi());
    apply(quarantine, List.of(piece(0), piece(1), piece(0)));

    assertThat(quarantine.refusedSince(NOW))
        .containsOnlyKeys(MN)
        .containsEntry(MN, new QuarantineTable.Refusal(2, "bad-crc", NOW.plusSeconds(1)));
    assertThat(quarantine.refusedSince(NOW.plusSeconds(2))).isEmpty();
  }

  @Test
  void aGoneEndsTheClaimOfItsOwnGatewayAlone() {
    ConnectionsTable connections = new ConnectionsTable(DATABASE.jdbi());
    ConnectionRecord moved = connection("two", ConnectionRecord.State.CONNECTED);
    apply(connections, connection("one", ConnectionRecord.State.CONNECTED));
    apply(connections, moved);
    apply(connections, connection("one", ConnectionRecord.State.GONE));
    assertThat(connections.all()).containsEntry(MN, moved);

    apply(connections, connection("two", ConnectionRecord.State.GONE));

    assertThat(connections.all().get(MN).state()).isEqualTo(ConnectionRecord.State.GONE);
  }

  private static Quarantined piece(int offset) {
    return new Quarantined(
        0, offset, MN, NOW.plusSeconds(offset), "bad-crc", "", null, null, "##".getBytes(UTF_8));
  }

  private static ConnectionRecord connection(String gateway, ConnectionRecord.State state) {
    return new ConnectionRecord(1, MN, state, gateway, "", NOW, null, null, null, 0, 0, true);
  }

  private static void apply(QuarantineTable quarantine, List<Quarantined> pieces) {
    DATABASE
        .jdbi()
        .useHandle(
            handle ->
                quarantine.apply(
                    handle,
                    pieces.stream()
                        .map(p -> new Incoming<>("quarantine", 0, p.offset(), MN, p, "##", NOW))
                        .toList()));
  }

  private static void apply(ConnectionsTable connections, ConnectionRecord record) {
    DATABASE
        .jdbi()
        .useHandle(
            handle ->
                connections.apply(
                    handle,
                    List.of(
                        new Incoming<>("connections", 0, 0, MN, record, Json.text(record), NOW))));
  }
}
