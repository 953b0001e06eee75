package io.touchline.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.touchline.contract.ConnectionRecord;
import io.touchline.contract.Json;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.PacketHeaders;
import io.touchline.contract.StationProposalRecord;
import io.touchline.contract.Topics;
import io.touchline.fixtures.Publisher;
import io.touchline.fixtures.TestBroker;
import io.touchline.hj212.CheckMode;
import io.touchline.hj212.LengthMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How the made-up fleet's loggers are connected, and what was not accepted of them. */
final class FleetStations {

  static final String STRANGER = "66663630100000000077";
  static final String PEER = "10.20.30.40:51022";

  private FleetStations() {}

  /** How many records it published. */
  static int publish(
      Publisher publisher,
      TestBroker broker,
      Topics topics,
      List<OutletRecord> fleet,
      Instant now) {
    for (OutletRecord outlet : fleet.subList(0, 5)) {
      connection(publisher, topics, outlet.mn(), ConnectionRecord.State.CONNECTED, now);
    }
    connection(publisher, topics, fleet.get(22).mn(), ConnectionRecord.State.GONE, now);
    StationProposalRecord proposal =
        new StationProposalRecord(
            1,
            STRANGER,
            now.minus(Duration.ofHours(3)),
            now.minus(Duration.ofMinutes(1)),
            PEER,
            "gateway-1",
            "2017",
            CheckMode.STANDARD,
            LengthMode.EXACT,
            new TreeSet<>(List.of("31")),
            new TreeSet<>(List.of("2011", "2051")),
            new TreeSet<>(List.of("a21026", "a21002")),
            new TreeSet<>(),
            false,
            212);
    publisher.send(topics.proposals().name(), STRANGER, STRANGER, Json.text(proposal));
    Map<String, Object> settings = new HashMap<>(broker.client());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      String refused = fleet.get(23).mn();
      piece(producer, topics, refused, "bad-crc", frame(refused), now.minusSeconds(600));
      piece(producer, topics, STRANGER, "unknown-mn", frame(STRANGER), now.minusSeconds(60));
      piece(producer, topics, PEER, "no-header", "GET /<script> HTTP/1.0\r\n\0", now);
    }
    return 6 + 1 + 3;
  }

  /** As a logger sends it that computes its check code in its own way. */
  static String frame(String mn) {
    String segment =
        "QN=20261120080000001;ST=31;CN=2011;PW=123456;MN="
            + mn
            + ";Flag=5;CP=&&DataTime=20261120080000;a21026-Rtd=21.3,a21026-Flag=N&&";
    return "##%04d%sABCD\r\n".formatted(segment.length(), segment);
  }

  private static void connection(
      Publisher publisher, Topics topics, String mn, ConnectionRecord.State state, Instant now) {
    ConnectionRecord connection =
        new ConnectionRecord(
            1,
            mn,
            state,
            "gateway-1",
            PEER,
            now.minus(Duration.ofHours(7)),
            now.minusSeconds(20),
            "2017",
            180L,
            1240,
            0,
            false);
    publisher.send(topics.connections().name(), mn, mn, Json.text(connection));
  }

  private static void piece(
      KafkaProducer<byte[], byte[]> producer,
      Topics topics,
      String key,
      String reason,
      String bytes,
      Instant receivedAt) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topics.quarantine().name(), 0, key.getBytes(UTF_8), bytes.getBytes(UTF_8));
    PacketHeaders.put(record.headers(), PacketHeaders.REASON, reason);
    PacketHeaders.put(record.headers(), PacketHeaders.DETAIL, "as the gateway says");
    PacketHeaders.put(
        record.headers(), PacketHeaders.RECEIVED_AT, Long.toString(receivedAt.toEpochMilli()));
    PacketHeaders.put(record.headers(), PacketHeaders.PEER, PEER);
    PacketHeaders.put(record.headers(), PacketHeaders.GATEWAY, "gateway-1");
    try {
      producer.send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("a piece was not published", e);
    }
  }
}
