package io.touchline.app.bench;

import io.touchline.app.registry.Registry;
import io.touchline.app.registry.RegistryImport;
import io.touchline.app.registry.RegistryReader;
import io.touchline.app.registry.RegistrySource;
import io.touchline.domain.ChinaTime;
import io.touchline.fleet.bench.Figure;
import io.touchline.fleet.bench.Measure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Scenario 09: the registry of a nation's outlets is imported, and the hour that they all report is
 * summed up to the province. Broker and journal are processes of their own and share the machine.
 *
 * <p>A gateway's work is not in it: the frames are before the journal at once, as if every logger
 * had sent in the same second.
 */
final class RegistryScenario {

  private static final int FACTORS = 3;
  private static final int OF_AN_ENTERPRISE = 4;
  private static final int COUNTIES = 40;
  private static final int PREFECTURES = 8;
  private static final double IMPORT_SECONDS = 60;
  private static final double TOTALS_SECONDS = 5;
  private static final String THREADS = "2";
  private static final String KILOBYTES = " kB";
  private static final double KIBI = 1024;

  private final int outlets;

  RegistryScenario(int outlets) {
    this.outlets = outlets;
  }

  List<Figure> run() {
    List<BenchOutlet> all =
        IntStream.range(0, outlets).mapToObj(n -> BenchOutlet.number(n, FACTORS)).toList();
    try (Stage stage = Stage.set(List.of())) {
      Map<String, byte[]> files = files(all);
      heap().forEach(MemoryPoolMXBean::resetPeakUsage);
      long begun = System.nanoTime();
      RegistrySource source = name -> Optional.ofNullable(files.get(name));
      Registry registry = RegistryReader.read(source);
      double read = seconds(begun);
      RegistryImport.apply(
          registry,
          new RegistryImport.Author("bench", null),
          Clock.systemUTC().instant(),
          stage.topics(),
          Map.of("bootstrap.servers", stage.address()));
      double imported = seconds(begun);
      double importHeap =
          heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / KIBI / KIBI;
      return figures(stage, all, read, imported, importHeap);
    }
  }

  private List<Figure> figures(
      Stage stage, List<BenchOutlet> all, double read, double imported, double importHeap) {
    try (ChildJvm journal =
            ChildJvm.start(
                "journal",
                stage.directory(),
                List.of("-Xmx2g"),
                Map.of(),
                JournalProcess.class,
                stage.address(),
                stage.directory().resolve("journal").toString(),
                THREADS);
        TotalsClient client = new TotalsClient(stage)) {
      journal.await("READY");
      Instant hour = ChinaTime.instant(yesterday().atTime(8, 0));
      Instant received = hour.plus(Duration.ofMinutes(61));
      TotalsClient.Took took =
          client.sumUp(
              all.stream()
                  .map(each -> new CloseClient.Minute(each.mn(), received, each.hour(hour)))
                  .toList(),
              hour);
      return List.of(
          Figure.of(Measure.REGISTRY_IMPORT, imported).atMost(IMPORT_SECONDS),
          Figure.of(Measure.REGISTRY_READ, read),
          Figure.of(Measure.REGISTRY_HEAP, importHeap),
          Figure.of(Measure.TOTALS_LAG, took.lag()).atMost(TOTALS_SECONDS),
          Figure.of(Measure.TOTALS_OUTLETS, outlets),
          Figure.of(Measure.TOTALS_FORMED, outlets / took.formed()),
          Figure.of(Measure.TOTALS_MEMORY, resident(journal.pid())));
    }
  }

  private static LocalDate yesterday() {
    return ChinaTime.date(Clock.systemUTC().instant()).minusDays(1);
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  /** The most memory that a process held, in MiB: heap, RocksDB and all. */
  private static double resident(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(
              line -> Double.parseDouble(line.substring(6, line.indexOf(KILOBYTES)).strip()) / KIBI)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One province of eight prefectures and forty counties, four outlets to an enterprise. */
  private static Map<String, byte[]> files(List<BenchOutlet> outlets) {
    List<String> regions = new ArrayList<>(List.of("code,name,parent", "630000,bench,"));
    for (int at = 0; at < PREFECTURES; at++) {
      regions.add(String.format("63%02d00,prefecture,630000", at + 1));
    }
    for (int at = 0; at < COUNTIES; at++) {
      String prefecture = String.format("63%02d", at % PREFECTURES + 1);
      regions.add(String.format("%s%02d,county,%s00", prefecture, county(at), prefecture));
    }
    List<String> enterprises = new ArrayList<>(List.of("code,name,region,sector,category"));
    List<String> permits =
        new ArrayList<>(List.of("enterprise,permit_no,factor,amount_t,period,valid_from,valid_to"));
    List<String> entries =
        new ArrayList<>(
            List.of(
                "mn,code,name,enterprise,medium,facility,reference_oxygen,stack_area,judge,"
                    + "edition,password,valid_from,valid_to"));
    List<String> limits =
        new ArrayList<>(
            List.of("mn,factor,value,unit,averaging,basis,source,clause,valid_from,valid_to"));
    for (int at = 0; at < outlets.size(); at++) {
      int enterprise = at / OF_AN_ENTERPRISE;
      if (at % OF_AN_ENTERPRISE == 0) {
        int place = enterprise % COUNTIES;
        enterprises.add(
            String.format(
                "E%06d,bench,63%02d%02d,D4411,",
                enterprise, place % PREFECTURES + 1, county(place)));
        permits.add(
            String.format("E%06d,P%06d,a21026,500,YEAR,2020-01-01,", enterprise, enterprise));
      }
      String mn = outlets.get(at).mn();
      entries.add(
          String.format(
              "%s,DA%03d,bench,E%06d,AIR,coal boiler,6,,REPORTED,2017,123456,2020-01-01,",
              mn, at % OF_AN_ENTERPRISE + 1, enterprise));
      limits.add(mn + ",a21026,35,mg/m3,HOUR,CONVERTED,bench,1,2020-01-01,");
      limits.add(mn + ",a21002,50,mg/m3,HOUR,CONVERTED,bench,1,2020-01-01,");
      limits.add(mn + ",a34013,10,mg/m3,HOUR,CONVERTED,bench,1,2020-01-01,");
    }
    Map<String, byte[]> files = new HashMap<>();
    files.put("regions.csv", bytes(regions));
    files.put("enterprises.csv", bytes(enterprises));
    files.put("outlets.csv", bytes(entries));
    files.put("limits.csv", bytes(limits));
    files.put("permits.csv", bytes(permits));
    return files;
  }

  private static int county(int at) {
    return at / PREFECTURES + 1;
  }

  private static byte[] bytes(List<String> lines) {
    return (String.join("\n", lines) + '\n').getBytes(StandardCharsets.UTF_8);
  }
}
