package io.touchline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.netty.channel.embedded.EmbeddedChannel;
import io.touchline.contract.ConnectionRecord;
import io.touchline.contract.ConnectionRecord.State;
import io.touchline.hj212.Edition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class StationLinksTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final HandClock clock = new HandClock(START);
  private final ToldNews told = new ToldNews();
  private final StationLinks links = new StationLinks("gw", told.news, clock);
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final LoggerConnection one = links.opened(channel, "10.0.0.1:40000", false);
  private final LoggerConnection other =
      links.opened(new EmbeddedChannel(), "10.0.0.2:50000", true);

  @Test
  void theFirstFrameClaimsTheStation() {
    hear(one, "A");

    assertThat(claims())
        .containsExactly(
            new ConnectionRecord(
                1,
                "A",
                State.CONNECTED,
                "gw",
                "10.0.0.1:40000",
                START,
                START,
                "2017",
                150L,
                1,
                0,
                false));
    assertThat(links.channelOf("A")).contains(channel);
    assertThat(links.channelOf("B")).isEmpty();
  }

  @Test
  void framesRefreshTheClaimEveryHalfMinuteAndNotMoreOften() {
    for (int second = 0; second <= 65; second++) {
      hear(one, "A");
      clock.advance(Duration.ofSeconds(1));
    }

    assertThat(claims()).extracting(ConnectionRecord::frames).containsExactly(1L, 31L, 61L);
  }

  @Test
  void aStationThatComesAgainOnAnotherConnectionIsThereFromItsFirstFrameOn() {
    hear(one, "A");
    clock.advance(Duration.ofSeconds(5));
    hear(other, "A");
    links.closed(one);

    assertThat(claims())
        .extracting(ConnectionRecord::peer, ConnectionRecord::state, ConnectionRecord::encrypted)
        .containsExactly(
            tuple("10.0.0.1:40000", State.CONNECTED, false),
            tuple("10.0.0.2:50000", State.CONNECTED, true));
    assertThat(links.find("A").orElseThrow().peer()).isEqualTo("10.0.0.2:50000");
  }

  @Test
  void aStationThatGoesToAndFroIsToldOfOnceASecondAndCountedOnEachConnection() {
    for (int frame = 0; frame < 40; frame++) {
      hear(frame % 2 == 0 ? one : other, "A");
      clock.advance(Duration.ofMillis(100));
    }

    assertThat(claims()).hasSize(4);
    assertThat(links.find("A").orElseThrow().frames()).isEqualTo(20);
  }

  @Test
  void movingBackIsToldFromMoving() {
    assertThat(hear(one, "A")).isEqualTo(StationLinks.Heard.AS_BEFORE);
    assertThat(hear(other, "A")).isEqualTo(StationLinks.Heard.MOVED);
    assertThat(hear(other, "A")).isEqualTo(StationLinks.Heard.AS_BEFORE);
    assertThat(hear(one, "A")).isEqualTo(StationLinks.Heard.MOVED_BACK);
  }

  @Test
  void aConnectionMayCarryManyStationsAndTakesThemAllWithIt() {
    hear(one, "A");
    hear(one, "B");
    hear(one, "C");
    hear(other, "B");
    clock.advance(Duration.ofSeconds(7));
    told.forget();
    links.closed(one);

    assertThat(claims())
        .extracting(ConnectionRecord::mn, ConnectionRecord::state, ConnectionRecord::since)
        .containsExactlyInAnyOrder(
            tuple("A", State.GONE, START.plusSeconds(7)),
            tuple("C", State.GONE, START.plusSeconds(7)));
    assertThat(links.all()).extracting(ConnectionRecord::mn).containsExactly("B");
  }

  @Test
  void aClaimThatTheBrokerDidNotTakeIsMadeAgainWithTheNextFrame() {
    told.refuseAll(new TimeoutException("away"));
    hear(one, "A");
    told.refuseAll(null);
    clock.advance(Duration.ofSeconds(1));
    hear(one, "A");

    assertThat(claims()).extracting(ConnectionRecord::frames).containsExactly(2L);
  }

  @Test
  void whatIsQuarantinedCountsForTheConnection() {
    one.refuse();
    hear(one, "A");
    one.refuse();

    assertThat(links.find("A").orElseThrow().refused()).isEqualTo(2);
  }

  @Test
  void theViewCountsByEditionAndState() {
    assertThat(links.nameless()).isEqualTo(2);
    links.heard(one, "A", Edition.V2005, null, clock.millis());
    links.heard(one, "B", Edition.V2025, null, clock.millis());
    clock.advance(Duration.ofMinutes(3));
    links.heard(one, "B", Edition.V2025, null, clock.millis());

    assertThat(links.byEdition())
        .isEqualTo(Map.of(Edition.V2005, 1, Edition.V2017, 0, Edition.V2025, 1));
    assertThat(links.nameless()).isEqualTo(1);
    assertThat(links.stations()).isEqualTo(2);
    assertThat(links.heardWithin(Duration.ofMinutes(2).toMillis())).isEqualTo(1);
    links.closed(one);
    links.closed(other);
    assertThat(links.nameless()).isZero();
    assertThat(links.all()).isEmpty();
  }

  @Test
  void whenTheGatewayClosesAllAreGone() {
    hear(one, "A");
    hear(other, "B");
    told.forget();
    links.leaveAll();
    links.closed(one);

    assertThat(claims()).extracting(ConnectionRecord::mn).containsExactlyInAnyOrder("A", "B");
    assertThat(claims()).extracting(ConnectionRecord::state).containsOnly(State.GONE);
  }

  private StationLinks.Heard hear(LoggerConnection connection, String mn) {
    return links.heard(connection, mn, Edition.V2017, 150L, clock.millis());
  }

  private List<ConnectionRecord> claims() {
    return told.told(told.topics.connections(), ConnectionRecord.class);
  }
}
