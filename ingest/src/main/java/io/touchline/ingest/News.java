package io.touchline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.touchline.contract.ConnectionRecord;
import io.touchline.contract.Json;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.StationProposalRecord;
import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What the gateway tells of stations beside their evidence: records keyed by MN, sent and not
 * waited for. Of one MN and topic they arrive in the order of the calls. Thread-safe.
 *
 * <p>News is bounded and gives way to evidence: beyond {@link #MOST_UNDER_WAY} a record is lost at
 * once. Whoever sends one that must not be missing is told when it is.
 */
final class News {

  /** At some 500 bytes each, less than the producer's room that evidence can never fill. */
  static final int MOST_UNDER_WAY = 30_000;

  private final EvidenceWriter writer;
  private final Topics topics;
  private final AtomicInteger underWay = new AtomicInteger();

  News(EvidenceWriter writer, Topics topics) {
    this.writer = writer;
    this.topics = topics;
  }

  /**
   * Tells how a station is connected.
   *
   * @param lost called at most once, on any thread, when the broker did not take it
   */
  void connection(ConnectionRecord record, Runnable lost) {
    send(topics.connections(), record.mn(), Json.text(record), lost);
  }

  void quality(QualityRecord record) {
    send(topics.quality(), record.mn(), Json.text(record), () -> {});
  }

  void proposal(StationProposalRecord record, Runnable lost) {
    send(topics.proposals(), record.mn(), Json.text(record), lost);
  }

  /** The station is registered: nothing is proposed of it any more. */
  void noProposal(String mn) {
    send(topics.proposals(), mn, null, () -> {});
  }

  private void send(Topic topic, String mn, String json, Runnable lost) {
    if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
      underWay.decrementAndGet();
      lost.run();
      return;
    }
    byte[] value = json == null ? null : json.getBytes(UTF_8);
    writer.write(
        new ProducerRecord<>(topic.name(), mn.getBytes(UTF_8), value),
        stored -> {
          underWay.decrementAndGet();
          if (!stored) {
            lost.run();
          }
        });
  }

  /** Waits until the broker has all of it, at most until the deadline. */
  void awaitNothingUnderWay(Deadline deadline) {
    try {
      while (underWay.get() > 0 && !deadline.passed()) {
        Thread.sleep(5);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
