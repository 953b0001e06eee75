package io.touchline.ingest;

import io.touchline.hj212.Edition;
import io.touchline.ingest.command.Loggers;
import java.util.Collection;
import java.util.Optional;

/** What commands need to know of loggers, by who is connected and who is registered. */
final class GatewayLoggers implements Loggers {

  private final StationLinks links;
  private final Stations stations;

  GatewayLoggers(StationLinks links, Stations stations) {
    this.links = links;
    this.stations = stations;
  }

  @Override
  public Optional<Line> lineTo(String mn) {
    return links
        .linkOf(mn)
        .map(
            link ->
                new Line(
                    link.connection().channel(),
                    link.edition(),
                    link.systemCode(),
                    link.password(),
                    link.lastFrameAt()));
  }

  @Override
  public Optional<Profile> profileOf(String mn) {
    return stations
        .find(mn)
        .map(
            station ->
                new Profile(edition(station.edition()), station.password(), station.dialect()));
  }

  @Override
  public Optional<String> mnOf(Collection<String> serials) {
    return serials.stream().map(stations::mnOfSerial).flatMap(Optional::stream).findFirst();
  }

  private static Edition edition(String text) {
    for (Edition edition : Edition.values()) {
      if (edition.text().equals(text)) {
        return edition;
      }
    }
    return null;
  }
}
