package io.touchline.app.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import io.touchline.app.Complaint;
import io.touchline.contract.Json;
import io.touchline.ingest.door.Jurisdiction;
import io.touchline.ingest.door.KafkaDoorSettings.Source;
import io.touchline.ingest.door.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The file that names the platforms, JSON:
 *
 * <pre>
 * {"https":[{"name":"west","keyHashes":["…64 hexadecimal digits…"],"regions":["610000"]}],
 *  "kafka":[{"topic":"from-east","mnPrefixes":["0100"],"verdicts":true}]}
 * </pre>
 *
 * <p>Only {@code name}, {@code keyHashes} and {@code topic} are needed. A name that is not known is
 * a mistake: a limit that is misspelt would be no limit.
 */
record PlatformsFile(List<Https> https, List<Kafka> kafka) {

  private static final ObjectReader READER =
      Json.mapper()
          .readerFor(PlatformsFile.class)
          .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  PlatformsFile {
    https = orNone(https);
    kafka = orNone(kafka);
  }

  record Https(String name, List<String> keyHashes, List<String> regions, List<String> mnPrefixes) {

    Platform toPlatform() {
      return new Platform(
          Objects.requireNonNullElse(name, ""),
          orNone(keyHashes),
          new Jurisdiction(orNone(mnPrefixes), orNone(regions)));
    }
  }

  record Kafka(String topic, List<String> regions, List<String> mnPrefixes, boolean verdicts) {

    Source toSource() {
      return new Source(
          Objects.requireNonNullElse(topic, ""),
          new Jurisdiction(orNone(mnPrefixes), orNone(regions)),
          verdicts);
    }
  }

  /**
   * Reads it.
   *
   * @throws Complaint that names the place, and repeats nothing of the file
   */
  static PlatformsFile read(Path file) {
    try {
      return READER.readValue(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw Complaint.because(
          e,
          "gateway.platforms.json",
          file,
          e.getLocation() == null ? "?" : Integer.toString(e.getLocation().getLineNr()),
          e.getLocation() == null ? "?" : Integer.toString(e.getLocation().getColumnNr()));
    } catch (IOException e) {
      throw Complaint.because(e, "gateway.platforms.file", file);
    }
  }

  List<Platform> platforms() {
    return https.stream().map(Https::toPlatform).toList();
  }

  List<Source> sources() {
    return kafka.stream().map(Kafka::toSource).toList();
  }

  private static <T> List<T> orNone(List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }
}
