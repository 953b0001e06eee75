package io.touchline.app.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.Texts;
import io.touchline.contract.TargetsRecord;
import io.touchline.domain.barometer.RegionTarget;
import io.touchline.domain.totals.PermittedAmount;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Permits with special periods, trades, and targets of regions. */
class AllowancesOfARegistryTest {

  private static final String PERMITS =
      "enterprise,permit_no,factor,amount_t,period,valid_from,valid_to,clause,base_t,"
          + "reduction_percent";
  private static final String TRADES =
      "trade_no,factor,amount_t,seller_permit,buyer_permit,valid_from,valid_to";
  private static final String TARGETS =
      "region,factor,year,cap_t,base_year,base_t,monitored_base_t,source,role";

  @BeforeAll
  static void inEnglish() {
    Texts.speak(Locale.ENGLISH);
  }

  @Test
  void everyEnterpriseHasItsPermitsAndOneWithoutAnyHasNone() {
    Registry without = read(new RegistryFiles());
    assertThat(without.allowances().permits()).hasSize(1);
    assertThat(without.allowances().permits().get(0).amounts()).isEmpty();

    Registry registry =
        read(
            new RegistryFiles()
                .with(
                    "permits.csv",
                    PERMITS,
                    "91610000X,P1,a21026,110.5,YEAR,2024-01-01,,table 5,,",
                    "91610000X,N3,a21026,0.4,special,2026-01-02,2026-01-05,item 2,,"));

    assertThat(registry.findings()).isEmpty();
    assertThat(amounts(registry))
        .containsExactly(
            "P1 YEAR 110.5 2024-01-01 null table 5", "N3 SPECIAL 0.4 2026-01-02 2026-01-05 item 2");
  }

  @Test
  void energyIsWrittenInGigawattHoursAndNeverInTonnes() {
    RegistryFiles files = new RegistryFiles();
    String header = PERMITS + ",amount_gwh";
    Registry right =
        read(files.with("permits.csv", header, "91610000X,N1,d2*,,YEAR,2026-01-01,,,,,12.5"));
    Registry wrong =
        read(files.with("permits.csv", header, "91610000X,N1,d2*,12.5,YEAR,2026-01-01,,,,,1"));

    assertThat(right.findings()).isEmpty();
    assertThat(right.allowances().permits().get(0).amounts().get(0).milligrams())
        .isEqualTo(12_500_000_000L);
    assertThat(wrong.findings().get(0).sentence())
        .contains("amount_t: an amount of d2* stands in column amount_gwh");
  }

  @Test
  void aSeasonComesBackEveryYearOrIsDated() {
    String header = PERMITS + ",season_from,season_to";
    Registry registry =
        read(
            new RegistryFiles()
                .with(
                    "permits.csv",
                    header,
                    "91610000X,P1,a21026,50,SEASON,2024-01-01,,table 6,,,11-15,03-15",
                    "91610000X,P1,a21026,30,season,2024-01-01,,table 6,,,04-01,09-30",
                    "91610000X,P1,a21002,9,SEASON,2026-01-05,2026-02-05,table 6,,,,"));

    assertThat(registry.findings()).isEmpty();
    assertThat(registry.allowances().permits().get(0).amounts())
        .extracting(amount -> String.valueOf(amount.season()))
        .containsExactly(
            "Season[from=--11-15, to=--03-15]", "Season[from=--04-01, to=--09-30]", "null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a21026,1,SEASON,2024-01-01,,,,,,|season_from: an amount of a season says which",
        "a21026,1,SEASON,2024-01-01,,,,,11-15,|season_to: is empty",
        "a21026,1,SEASON,2024-01-01,,,,,15-11,03-15|season_from: '15-11' is no day of a year",
        "a21026,1,YEAR,2024-01-01,,,,,11-15,03-15|season_from: season_from and season_to are for",
        "a21026,1,SEASON,2024-01-01,,,,,10-15,01-15|season_from: has days in common with the"
            + " season of line 2"
      })
  void aSeasonThatIsSaidWronglyIsNamed(String cells, String sentence) {
    Registry registry =
        read(
            new RegistryFiles()
                .with(
                    "permits.csv",
                    PERMITS + ",season_from,season_to",
                    "91610000X,P0,a21026,50,SEASON,2024-01-01,,table 6,,,11-15,03-15",
                    "91610000X,P1," + cells));

    assertThat(registry.findings().get(0).sentence()).contains("permits.csv:3: " + sentence);
  }

  /** Example 6.4 of the reference: 412.5 t less 40 % are 0.678 t a day. */
  @Test
  void aSpecialPeriodMayBeGivenAsAReductionAndIsToBeChecked() {
    Registry registry =
        read(
            new RegistryFiles()
                .with(
                    "permits.csv",
                    PERMITS,
                    "91610000X,N3,a21026,,SPECIAL,2026-01-02,2026-01-05,item 2,412.5,40"));

    assertThat(amounts(registry))
        .containsExactly("N3 SPECIAL 0.678082191 2026-01-02 2026-01-05 item 2");
    assertThat(registry.isUsable()).isTrue();
    assertThat(registry.findings().get(0).sentence())
        .startsWith("note permits.csv:2: base_t: 0.678082191 tonnes a day are the daily mean");
  }

  @Test
  void aTradeAdjustsBothPermitsFromItsDate() {
    Registry registry =
        read(
            new RegistryFiles()
                .with(
                    "permits.csv",
                    PERMITS,
                    "91610000X,P1,a21026,100,YEAR,2024-01-01,,table 5,,",
                    "91610000X,P2,a21026,50,YEAR,2024-01-01,,,,")
                .with("trades.csv", TRADES, "T1,a21026,20,P1,P2,2026-07-01,"));

    assertThat(registry.findings()).isEmpty();
    assertThat(amounts(registry))
        .containsExactly(
            "P1 YEAR 100 2024-01-01 2026-06-30 table 5",
            "P1 YEAR 80 2026-07-01 null table 5 and trade T1",
            "P2 YEAR 50 2024-01-01 2026-06-30 null",
            "P2 YEAR 70 2026-07-01 null permitted amount and trade T1");
  }

  @Test
  void targetsOfTheFileStandBesideThoseThatShip() {
    Registry registry =
        read(
            new RegistryFiles()
                .added("regions.csv", "630000,青海省,")
                .with(
                    "targets.csv",
                    TARGETS,
                    "630000,a21026,2020,141700,2015,150742,60000,Qingzheng [2017] 53,局长",
                    "610000,a21026,2030,100,2025,110,,synthetic,"));

    assertThat(registry.findings()).isEmpty();
    assertThat(targets(registry, "610100")).isEmpty();
    assertThat(targets(registry, "610000")).hasSize(1);
    List<RegionTarget> qinghai = targets(registry, "630000");
    assertThat(qinghai).hasSize(4);
    assertThat(qinghai.get(0).baseTonnes()).hasToString("150742");
    assertThat(qinghai.get(0).role()).isEqualTo("局长");
    assertThat(qinghai.subList(1, 4))
        .extracting(RegionTarget::factor)
        .containsExactly("w01018", "w21003", "a21002");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "permits|E,P1,a21026,1,SPECIAL,2026-01-02,,,,|valid_to: a special period has an end",
        "permits|E,P1,a21026,,SPECIAL,2026-01-02,2026-01-03,,5,|base_t: without amount_t both",
        "permits|E,P1,a21026,,SPECIAL,2026-01-02,2026-01-03,,5,101|base_t: without amount_t both",
        "permits|E,P1,a21026,,YEAR,2026-01-02,,,,|amount_t: is empty",
        "permits|E,P1,a21026,-1,YEAR,2026-01-02,,,,|amount_t: the amount -1 must be 0 or more",
        "permits|E,P1,a21026,1,WEEK,2026-01-02,,,,|period: 'WEEK' is none of the choices",
        "trades|T1,a21026,1,P0,P9,2026-01-01,|buyer_permit: permit P9 has no amount of a year",
        "trades|T1,a21026,1,P0,P0,2026-01-01,|buyer_permit: seller and buyer are the same",
        "trades|T1,a21026,1,,,2026-01-01,|buyer_permit: seller and buyer are the same",
        "trades|T1,a21026,0,P0,,2026-01-01,|amount_t: the amount 0 must be above 0",
        "trades|T1,a21026,11,P0,,2026-01-01,|amount_t: permit P0 sold more of a21026 than it has:"
            + " from 2026-01-01 on -1 tonnes are left",
        "targets|999999,a21026,2030,1,2025,2,,s,|region: region 999999 is not in regions.csv",
        "targets|610000,a21026,30,1,2025,2,,s,|year: '30' is no year",
        "targets|610000,a21026,2025,1,2025,2,,s,|year: the target year 2025 must lie after",
        "targets|610000,a21026,2030,-1,2025,2,,s,|cap_t: -1 must be 0 or more",
        "targets|610000,a21026,2030,1,2025,2,,,|source: is empty"
      })
  void aFaultIsNamedWithItsPlaceAndItsMend(String file, String line, String sentence) {
    RegistryFiles files =
        new RegistryFiles()
            .with("permits.csv", PERMITS, "91610000X,P0,a21026,10,YEAR,2024-01-01,,,,");
    String header =
        switch (file) {
          case "permits" -> PERMITS;
          case "trades" -> TRADES;
          default -> TARGETS;
        };
    Registry registry =
        read(files.with(file + ".csv", header, line.replaceFirst("^E,", "91610000X,")));

    assertThat(registry.isUsable()).isFalse();
    assertThat(registry.findings())
        .extracting(Finding::sentence)
        .anyMatch(one -> one.startsWith("error " + file + ".csv:2: " + sentence));
  }

  @Test
  void aLimitOfMassBelongsToPermitsAndNotToAnOutlet() {
    Registry registry =
        read(new RegistryFiles().replaced("limits.csv", "HOUR,CONVERTED", "DAY_MASS,CONVERTED"));

    assertThat(registry.isUsable()).isFalse();
    assertThat(registry.findings().get(0).sentence())
        .isEqualTo(
            "error limits.csv:2: averaging: 'DAY_MASS' is none of the choices; write one of HOUR, DAY,"
                + " FIVE_MINUTES, MONTH_SHARE");
  }

  private static Registry read(RegistryFiles files) {
    return RegistryReader.read(files);
  }

  private static List<String> amounts(Registry registry) {
    return registry.allowances().permits().get(0).amounts().stream()
        .map(AllowancesOfARegistryTest::text)
        .toList();
  }

  private static String text(PermittedAmount amount) {
    return String.join(
        " ",
        amount.permit(),
        amount.period().name(),
        amount.tonnes().toString(),
        amount.validFrom().toString(),
        String.valueOf(amount.validTo()),
        String.valueOf(amount.clause()));
  }

  private static List<RegionTarget> targets(Registry registry, String region) {
    return registry.allowances().targets().stream()
        .filter(record -> record.region().equals(region))
        .map(TargetsRecord::targets)
        .findFirst()
        .orElseThrow();
  }
}
