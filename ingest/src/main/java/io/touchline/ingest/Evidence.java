package io.touchline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.util.NetUtil;
import io.touchline.contract.PacketHeaders;
import io.touchline.contract.Topics;
import io.touchline.hj212.CheckMode;
import io.touchline.hj212.LengthMode;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * The records that keep what came: {@code packets} for evidence, {@code quarantine} for the rest.
 *
 * <p>The record's timestamp is the time of receipt, as its header {@code received-at}. Event time
 * would not do: the broker refuses what is stamped ahead and deletes at once what is back-filled.
 */
final class Evidence {

  private final Topics topics;
  private final String gateway;
  private final Clock clock;

  Evidence(Topics topics, String gateway, Clock clock) {
    this.topics = topics;
    this.gateway = gateway;
    this.clock = clock;
  }

  ProducerRecord<byte[], byte[]> of(Checked checked, String peer) {
    if (checked instanceof Checked.Good good) {
      return packet(good, peer);
    }
    if (checked instanceof Checked.Nameless nameless) {
      return nameless(nameless, peer);
    }
    Checked.Bad bad = (Checked.Bad) checked;
    String key = bad.mn() == null ? peer : bad.mn();
    return quarantined(bad.piece(), key, bad.reason(), bad.detail(), peer);
  }

  private ProducerRecord<byte[], byte[]> packet(Checked.Good good, String peer) {
    ProducerRecord<byte[], byte[]> record =
        record(topics.packets().name(), good.packet().mn(), good.piece(), peer);
    PacketHeaders.put(record.headers(), PacketHeaders.EDITION, good.packet().edition().text());
    putManner(record.headers(), good.manner());
    return record;
  }

  /** Why bytes that do not look right were taken: the departures from the standard, if any. */
  private static void putManner(Headers headers, Manner manner) {
    if (manner.enciphered()) {
      PacketHeaders.put(headers, PacketHeaders.ENCIPHERED, "true");
    }
    if (manner.check() != CheckMode.STANDARD) {
      PacketHeaders.put(headers, PacketHeaders.CHECK, manner.check().name());
    }
    if (manner.length() != LengthMode.EXACT) {
      PacketHeaders.put(headers, PacketHeaders.LENGTH, manner.length().name());
    }
  }

  private ProducerRecord<byte[], byte[]> nameless(Checked.Nameless nameless, String peer) {
    List<String> serials = nameless.serials();
    String key = serials.isEmpty() ? peer : serials.get(0);
    return quarantined(
        nameless.piece(),
        key,
        QuarantineReason.UNKNOWN_MN,
        "the logger has no MN yet; it names the serials " + serials,
        peer);
  }

  private ProducerRecord<byte[], byte[]> quarantined(
      Piece piece, String key, QuarantineReason reason, String detail, String peer) {
    ProducerRecord<byte[], byte[]> record = record(topics.quarantine().name(), key, piece, peer);
    Headers headers = record.headers();
    PacketHeaders.put(headers, PacketHeaders.REASON, reason.code());
    PacketHeaders.put(headers, PacketHeaders.DETAIL, detail);
    PacketHeaders.put(headers, PacketHeaders.POSITION, Long.toString(piece.position()));
    return record;
  }

  private ProducerRecord<byte[], byte[]> record(
      String topic, String key, Piece piece, String peer) {
    long receivedAt = clock.millis();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, null, receivedAt, key.getBytes(UTF_8), piece.bytes());
    Headers headers = record.headers();
    PacketHeaders.put(headers, PacketHeaders.RECEIVED_AT, Long.toString(receivedAt));
    PacketHeaders.put(headers, PacketHeaders.PEER, peer);
    PacketHeaders.put(headers, PacketHeaders.GATEWAY, gateway);
    return record;
  }

  /** Address and port, {@code 10.1.2.3:40112} or {@code [::1]:40112}. */
  static String peer(SocketAddress address) {
    return address instanceof InetSocketAddress internet
        ? NetUtil.toSocketAddressString(internet)
        : String.valueOf(address);
  }
}
