package io.touchline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.touchline.contract.CommandResultRecord;
import io.touchline.contract.CommandResultRecord.State;
import io.touchline.hj212.CommandCode;
import io.touchline.hj212.Packet;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Gateways that share their loggers, come, go and break down. */
class CommandsOfManyGatewaysIT extends CommandScene {

  private static final Map<String, String> HOURS =
      Map.of("BeginTime", "20260101080000", "EndTime", "20260101100000");

  @Test
  void ofTwoGatewaysTheOneThatHasTheLoggerSends() throws IOException {
    CommandedLogger logger = connect(gateway("east"));
    gateway("west");
    logger.on(logger::does);

    String id = command(CommandCode.SET_REALTIME_INTERVAL, Map.of("RtdInterval", "60"));

    assertThat(awaitEnd(id).gateway()).isEqualTo("east");
    assertThat(logger.requests()).hasSize(1);
    assertThat(steps(id)).extracting(CommandResultRecord::gateway).containsOnly("east");
  }

  @Test
  void aLoggerThatIsConnectedTwiceIsAskedOnce() throws IOException {
    CommandedLogger one = connect(gateway("east"));
    CommandedLogger other = connect(gateway("west"));
    one.on(one::does);
    other.on(other::does);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ids.add(command(CommandCode.SET_REALTIME_INTERVAL, Map.of("RtdInterval", "" + (60 + i))));
      (i % 2 == 0 ? one : other).send(Frames.minute(Frames.qn(i)));
      if (i % 3 == 2) {
        awaitEnd(ids.get(i));
      }
    }

    ids.forEach(id -> assertThat(awaitEnd(id).state()).isEqualTo(State.DONE));
    assertThat(Stream.of(one, other).flatMap(logger -> logger.requests().stream()))
        .extracting(request -> request.value("RtdInterval"))
        .doesNotHaveDuplicates()
        .hasSize(10);
  }

  @Test
  void aQuestionWhoseLoggerGoesToAnotherGatewayIsAskedThere() throws IOException {
    CommandedLogger before = connect(gateway("east"));
    int west = gateway("west");
    String id = command(CommandCode.SET_REALTIME_INTERVAL, Map.of("RtdInterval", "60"));
    await().atMost(SOON).until(() -> !before.requests().isEmpty());

    before.close();
    CommandedLogger after = connectWilling(west);

    CommandResultRecord end = awaitEnd(id);
    assertThat(end.state()).isEqualTo(State.DONE);
    assertThat(end.gateway()).isEqualTo("west");
    assertThat(states(id)).contains(State.RELEASED);
    assertThat(after.requests().get(0).qn()).isNotEqualTo(before.requests().get(0).qn());
  }

  @Test
  void anActionIsNotRepeatedThereAndItsResultIsHeardThere() throws IOException {
    CommandedLogger before = connect(gateway("east"));
    int west = gateway("west");
    before.on(request -> before.says(request, "9011", "QnRtn", "1"));
    String id = command(CommandCode.SAMPLE_NOW, Map.of("PolId", "a21026"));
    await().atMost(SOON).until(() -> states(id).contains(State.ACCEPTED));

    Packet asked = before.requests().get(0);
    before.close();
    CommandedLogger after = connect(west);
    after.says(asked, "9012", "ExeRtn", "1");

    CommandResultRecord end = awaitEnd(id);
    assertThat(end.state()).isEqualTo(State.DONE);
    assertThat(end.gateway()).isEqualTo("west");
    assertThat(end.detail()).isNotBlank();
    assertThat(after.requests()).isEmpty();
  }

  @Test
  void aResultOverANewConnectionOfTheSameGatewayIsHeard() throws IOException {
    int east = gateway("east");
    CommandedLogger before = connect(east);
    before.on(request -> before.says(request, "9011", "QnRtn", "1"));
    String id = command(CommandCode.SAMPLE_NOW, Map.of("PolId", "a21026"));
    await().atMost(SOON).until(() -> states(id).contains(State.ACCEPTED));

    before.close();
    CommandedLogger after = connect(east);
    after.says(before.requests().get(0), "9012", "ExeRtn", "1");

    assertThat(awaitEnd(id).state()).isEqualTo(State.DONE);
    assertThat(after.requests()).isEmpty();
  }

  @Test
  void whatAGatewayTookAndNeverSentIsSentByAnother() throws IOException {
    String id = command(CommandCode.SAMPLE_NOW, Map.of("PolId", "a21026"));
    said(id, CommandCode.SAMPLE_NOW, State.TAKEN, "gone", Duration.ofSeconds(16));
    CommandedLogger logger = connectWilling(gateway("west"));

    assertThat(awaitEnd(id).state()).isEqualTo(State.DONE);
    assertThat(logger.requests()).hasSize(1);
  }

  @Test
  void anActionThatAGoneGatewaySentIsUnknownAndNeverSentAgain() throws IOException {
    String id = command(CommandCode.SAMPLE_NOW, Map.of("PolId", "a21026"));
    said(id, CommandCode.SAMPLE_NOW, State.TAKEN, "gone", Duration.ofSeconds(60));
    said(id, CommandCode.SAMPLE_NOW, State.SENT, "gone", Duration.ofSeconds(60));
    CommandedLogger logger = connectWilling(gateway("west"));

    assertThat(awaitEnd(id).state()).isEqualTo(State.UNKNOWN);
    String next = command(CommandCode.SET_REALTIME_INTERVAL, Map.of("RtdInterval", "60"));
    assertThat(awaitEnd(next).state()).isEqualTo(State.DONE);
    assertThat(logger.requests()).extracting(Packet::cn).containsExactly("1062");
  }

  @Test
  void historyThatTheSameGatewayAskedForBeforeItBrokeDownIsAskedForAgain() throws IOException {
    String id = command(CommandCode.HOUR, HOURS);
    said(id, CommandCode.HOUR, State.TAKEN, "east", Duration.ZERO);
    said(id, CommandCode.HOUR, State.SENT, "east", Duration.ZERO);
    CommandedLogger logger = connectWilling(gateway("east"));

    CommandResultRecord end = awaitEnd(id);
    assertThat(end.state()).isEqualTo(State.DONE);
    assertThat(end.attempt()).isEqualTo(2);
    assertThat(logger.requests()).hasSize(1);
  }

  @Test
  void aGatewayThatClosesGivesBackWhatAnotherMayAsk() throws IOException {
    CommandedLogger before = connect(gateway("east"));
    int west = gateway("west");
    String id = command(CommandCode.HOUR, HOURS);
    await().atMost(SOON).until(() -> !before.requests().isEmpty());

    stop("east");
    connectWilling(west);

    assertThat(awaitEnd(id).gateway()).isEqualTo("west");
    assertThat(states(id)).contains(State.RELEASED);
  }

  @Test
  void aGatewayThatClosesKnowsNotWhatBecameOfAnAction() throws IOException {
    CommandedLogger logger = connect(gateway("east"));
    logger.on(request -> logger.says(request, "9011", "QnRtn", "1"));
    String id = command(CommandCode.SAMPLE_NOW, Map.of("PolId", "a21026"));
    await().atMost(SOON).until(() -> states(id).contains(State.ACCEPTED));

    stop("east");

    assertThat(awaitEnd(id).state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void aSecondRecordOfACommandThatIsOverChangesNothing() throws IOException {
    CommandedLogger logger = connectWilling(gateway("east"));
    String id = command(CommandCode.SET_REALTIME_INTERVAL, Map.of("RtdInterval", "60"));
    awaitEnd(id);

    again(id, CommandCode.SET_REALTIME_INTERVAL, Map.of("RtdInterval", "60"));
    String next = command(CommandCode.SET_REALTIME_INTERVAL, Map.of("RtdInterval", "61"));
    awaitEnd(next);

    assertThat(logger.requests())
        .extracting(request -> request.value("RtdInterval"))
        .containsExactly("60", "61");
  }
}
