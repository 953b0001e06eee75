package io.touchline.ingest.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.touchline.contract.CommandRecord;
import io.touchline.contract.CommandRecord.Origin;
import io.touchline.contract.Json;
import io.touchline.contract.Topics;
import io.touchline.hj212.CommandCode;
import io.touchline.hj212.Edition;
import io.touchline.hj212.Packet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What a logger's own notices call for: its 1013 a time (HJ 212-2017 C.4), its 1014 a key, its 1001
 * an MN (HJ 212-2025, order of the steps inferred). The gateway answers them by a command like
 * anybody else's, through topic {@code commands}, so that it is audited. Thread-safe.
 *
 * <p>A resent notice is the same command. A logger that asks over and over gets one of a kind in a
 * minute.
 */
final class Notices {

  private static final Duration AT_MOST_EVERY = Duration.ofMinutes(1);
  private static final Duration VALID = Duration.ofMinutes(10);
  private static final int MOST_REMEMBERED = 10_000;

  private final Outbox outbox;
  private final Topics topics;
  private final Loggers loggers;
  private final String author;
  private final Clock clock;
  private final Map<String, Instant> lastAsked =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
              return size() > MOST_REMEMBERED;
            }
          });

  Notices(Outbox outbox, Topics topics, Loggers loggers, String author, Clock clock) {
    this.outbox = outbox;
    this.topics = topics;
    this.loggers = loggers;
    this.author = author;
    this.clock = clock;
  }

  /** A frame of a station that the broker has, and its CN. */
  void hear(Packet packet, String cn) {
    if (cn.equals(CommandCode.TIME_SYNC.cn())) {
      if (loggers
          .profileOf(packet.mn())
          .filter(known -> known.dialect().maySetTime())
          .isPresent()) {
        ask(packet.mn(), CommandCode.SET_TIME, analyserOf(packet), packet.exchangeQn());
      }
    } else if (cn.equals(CommandCode.NEW_KEY.cn()) && packet.edition() == Edition.V2025) {
      ask(packet.mn(), CommandCode.NEW_KEY, Collections.emptySortedMap(), packet.exchangeQn());
    }
  }

  /** A logger without an MN said 1001, and the registry knows its serial. */
  void joins(String mn, String serial, Packet packet) {
    SortedMap<String, String> parameters = new TreeMap<>();
    parameters.put("i23005-Info", serial);
    ask(mn, CommandCode.SET_MN, parameters, packet.exchangeQn());
  }

  /** 1013 with PolId is about that analyser's clock, without about the logger's [HJ 212-2017]. */
  private static SortedMap<String, String> analyserOf(Packet packet) {
    SortedMap<String, String> parameters = new TreeMap<>();
    String analyser = packet.value("PolId");
    if (!analyser.isEmpty()) {
      parameters.put("PolId", analyser);
    }
    return parameters;
  }

  private void ask(
      String mn, CommandCode command, SortedMap<String, String> parameters, String qn) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String kind = command.cn() + ':' + mn;
    Instant last = lastAsked.get(kind);
    if (last != null && now.isBefore(last.plus(AT_MOST_EVERY))) {
      return;
    }
    lastAsked.put(kind, now);
    String id = kind + ':' + (qn.isEmpty() ? Long.toString(now.toEpochMilli()) : qn);
    CommandRecord record =
        new CommandRecord(
            CommandRecord.SCHEMA_VERSION,
            id,
            mn,
            command,
            parameters,
            Origin.LOGGER,
            author,
            "the logger asked for it",
            now,
            now.plus(VALID));
    outbox.write(
        new ProducerRecord<>(
            topics.commands().name(), mn.getBytes(UTF_8), Json.text(record).getBytes(UTF_8)),
        stored -> {
          if (!stored) {
            lastAsked.remove(kind);
          }
        });
  }
}
