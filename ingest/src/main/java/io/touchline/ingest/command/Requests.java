package io.touchline.ingest.command;

import io.touchline.contract.CommandRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.hj212.CommandCode;
import io.touchline.hj212.DataTimes;
import io.touchline.hj212.Edition;
import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Parameters;
import io.touchline.hj212.Sm4Key;
import io.touchline.hj212.message.Envelope;
import io.touchline.hj212.message.Fields;
import io.touchline.hj212.message.Known;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes the request of a command, in the words of the logger's edition: that of its latest frame,
 * else the registered one, else 2017.
 */
final class Requests {

  /** What became of a command on its way to a request. */
  sealed interface Made {

    record Ready(Order order) implements Made {}

    /** It makes no sense for this logger; the reason repeats no password and no key. */
    record Invalid(String reason) implements Made {}
  }

  private static final String SYSTEM_TIME = Fields.SYSTEM_TIME.name();
  private static final String NEW_SK = Fields.NEW_SK.name();
  private static final String DEFAULT_SYSTEM_CODE = "31";

  private final RequestNumbers numbers;
  private final KeyRing keys;
  private final Clock clock;

  Requests(RequestNumbers numbers, KeyRing keys, Clock clock) {
    this.numbers = numbers;
    this.keys = keys;
    this.clock = clock;
  }

  Made make(CommandRecord command, int sentBefore, Loggers.Line line, Loggers.Profile profile) {
    Map<String, String> fields = new TreeMap<>();
    if (command.parameters() != null) {
      fields.putAll(command.parameters());
    }
    Order.NewKey newKey = null;
    if (command.command() == CommandCode.NEW_KEY) {
      if (fields.containsKey(NEW_SK)) {
        return new Made.Invalid(
            "the gateway draws the key itself: send the command without NewSK, for a key does not"
                + " belong on this topic");
      }
      newKey = keyInto(fields);
    }
    Edition edition = editionOf(line, profile);
    boolean setsNow = command.command() == CommandCode.SET_TIME && !fields.containsKey(SYSTEM_TIME);
    if (setsNow) {
      fields.put(SYSTEM_TIME, DataTimes.formatSecond(ChinaTime.civil(clock.instant())));
    }
    var asked = io.touchline.hj212.message.Request.of(command.command(), fields, edition);
    if (asked instanceof io.touchline.hj212.message.Request.Wrong wrong) {
      return new Made.Invalid(wrong.en());
    }
    Known message = ((io.touchline.hj212.message.Request.Right) asked).message();
    Optional<Course> course = courseOf(message);
    if (course.isEmpty()) {
      return new Made.Invalid("it is nothing that a centre asks of a logger");
    }
    String qn = numbers.next();
    Envelope envelope =
        Envelope.request(
            edition,
            qn,
            line.systemCode() == null ? DEFAULT_SYSTEM_CODE : line.systemCode(),
            passwordOf(command, line, profile),
            command.mn());
    Optional<Sm4Key> cipher = newKey == null ? Optional.empty() : presentKey(command.mn(), profile);
    Request request =
        new Request(
            command.command(),
            course.get(),
            qn,
            bound(message.parameters(), true),
            bound(message.parameters(), false),
            setsNow
                ? now -> settingTime(command, fields, edition, envelope, now)
                : always(frame(envelope, message, cipher)));
    return new Made.Ready(new Order(command, request, sentBefore, newKey));
  }

  /** SKCreateTime and NewSK (HJ 212-2025 6.4.3, C.8, known at second hand). */
  private Order.NewKey keyInto(Map<String, String> fields) {
    Instant createdAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String text = keys.draw();
    fields.put(Fields.SK_CREATE_TIME.name(), DataTimes.formatMilli(ChinaTime.civil(createdAt)));
    fields.put(NEW_SK, text);
    return new Order.NewKey(Sm4Key.parse(text), createdAt);
  }

  private static Edition editionOf(Loggers.Line line, Loggers.Profile profile) {
    Edition edition = line.edition() == null ? profile.edition() : line.edition();
    return edition == null ? Edition.V2017 : edition;
  }

  /**
   * The registered password; the logger's own where none is registered, and where it joins: then it
   * has not heard of the registered one.
   */
  private static String passwordOf(
      CommandRecord command, Loggers.Line line, Loggers.Profile profile) {
    String registered = profile.password();
    boolean known = registered != null && !registered.isEmpty();
    return known && (command.command() != CommandCode.SET_MN || line.password() == null)
        ? registered
        : line.password();
  }

  /** The key that 1014 is enciphered with; the first one goes in clear text where none is known. */
  private Optional<Sm4Key> presentKey(String mn, Loggers.Profile profile) {
    return keys.confirmed(mn).or(() -> registered(profile.dialect().sm4Key()));
  }

  private static Optional<Sm4Key> registered(String key) {
    try {
      return key == null || key.isEmpty() ? Optional.empty() : Optional.of(Sm4Key.parse(key));
    } catch (IllegalArgumentException noKey) {
      return Optional.empty();
    }
  }

  private static Optional<Course> courseOf(Known message) {
    return switch (message.dialog()) {
      case SET, START -> Optional.of(Course.SETTING);
      case GET -> Optional.of(Course.QUESTION);
      case HISTORY -> Optional.of(Course.HISTORY);
      case NOTICE -> Optional.of(Course.NOTICE);
      case UPLOAD, LOGIN, ANSWER, UNKNOWN -> Optional.empty();
    };
  }

  private static LocalDateTime bound(Parameters parameters, boolean begin) {
    return begin
        ? Fields.BEGIN_TIME
            .in(parameters)
            .or(() -> Fields.BEGIN_TIME_2005.in(parameters))
            .orElse(null)
        : Fields.END_TIME.in(parameters).or(() -> Fields.END_TIME_2005.in(parameters)).orElse(null);
  }

  private static Request.Wording always(byte[] frame) {
    return now -> frame;
  }

  private static byte[] settingTime(
      CommandRecord command,
      Map<String, String> fields,
      Edition edition,
      Envelope envelope,
      LocalDateTime now) {
    Map<String, String> present = new TreeMap<>(fields);
    present.put(SYSTEM_TIME, DataTimes.formatSecond(now));
    var asked = io.touchline.hj212.message.Request.of(command.command(), present, edition);
    return envelope.frame(((io.touchline.hj212.message.Request.Right) asked).message());
  }

  private static byte[] frame(Envelope envelope, Known message, Optional<Sm4Key> cipher) {
    if (cipher.isEmpty()) {
      return envelope.frame(message);
    }
    return new PacketWriter()
        .qn(envelope.qn())
        .st(envelope.st())
        .cn(message.cn())
        .pw(envelope.pw())
        .mn(envelope.mn())
        .flag(envelope.flag())
        .items(message.parameters())
        .enciphered(cipher.get())
        .toFrame();
  }
}
