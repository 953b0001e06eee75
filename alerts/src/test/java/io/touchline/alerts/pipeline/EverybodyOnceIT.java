package io.touchline.alerts.pipeline;

import static io.touchline.alerts.AlertFixture.NINE;
import static io.touchline.alerts.Records.day;
import static io.touchline.alerts.Records.episode;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.alerts.AlertFixture;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.ExceedanceRecord.State;
import io.touchline.fixtures.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

/** Nobody told twice for the same thing, nobody not told: counted against the routes by hand. */
class EverybodyOnceIT {

  private static final Instant EIGHT = NINE.minus(Duration.ofHours(1));
  private static final int REGIONS = 4;
  private static final int OUTLETS = 40;
  private static final int PEOPLE = 12;

  private static TestPostgres postgres;

  /** A route as this test understands it. */
  private record Rule(String region, String subject, List<Integer> people, boolean mail) {}

  @BeforeAll
  static void startServer() {
    postgres = TestPostgres.start();
  }

  @AfterAll
  static void stopServer() throws Exception {
    postgres.close();
  }

  @RepeatedTest(5)
  void everyoneWhomARouteReachesIsToldOnceByEachChannel() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    try (AlertFixture alerts = new AlertFixture(postgres)) {
      alerts.sql(
          """
          insert into alerts.channel (id, kind, settings, per_minute)
          values ('app', 'IN_APP', '{}', 20), ('mail', 'EMAIL', '{}', 20)""");
      for (int person = 0; person < PEOPLE; person++) {
        alerts.sql("insert into alerts.person (id, name) values ('p" + person + "', 'x')");
        alerts.sql(
            "insert into alerts.person_address values ('p"
                + person
                + "', 'app', 'x'), ('p"
                + person
                + "', 'mail', 'x@y')");
      }
      List<Rule> rules = rules(random, alerts);
      for (int outlet = 0; outlet < OUTLETS; outlet++) {
        alerts.sql(
            "insert into alerts.outlet (mn, name, region_code, medium, enterprise_code) values"
                + " ('MN"
                + outlet
                + "', 'x', '14010"
                + outlet % REGIONS
                + "', 'AIR', 'E"
                + outlet % 7
                + "')");
      }
      List<ExceedanceRecord> records = new ArrayList<>();
      TreeSet<String> expected = new TreeSet<>();
      for (int outlet = 0; outlet < OUTLETS; outlet++) {
        boolean isDay = random.nextBoolean();
        expect(expected, rules, outlet, isDay);
        for (int revision = 1; revision <= 3; revision++) {
          records.add(
              isDay
                  ? day("MN" + outlet, EIGHT, revision, State.OPEN, "0.5")
                  : episode("MN" + outlet, EIGHT, revision, State.OPEN, "0.5"));
        }
      }
      feed(alerts, random, records);
      feed(alerts, random, records);
      for (int hour = 0; hour < 3; hour++) {
        alerts.later(Duration.ofMinutes(1));
      }

      assertThat(
              alerts.strings(
                  """
                  select a.place || ' ' || t.person_id || ' ' || t.channel_id
                  from alerts.tale t join alerts.alert a on a.id = t.alert_id
                  where t.change = 'OPENED' order by 1"""))
          .as("seed " + seed)
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(
              alerts.strings(
                  """
                  select a.place from alerts.alert a
                  where not exists (select from alerts.tale t where t.alert_id = a.id)
                    and not exists (select from alerts.held_notice h where h.alert_id = a.id)"""))
          .as("neither told nor held, seed " + seed)
          .isEmpty();
    }
  }

  private static List<Rule> rules(Random random, AlertFixture alerts) {
    List<Rule> rules = new ArrayList<>();
    for (int route = 0; route < 10; route++) {
      String region = random.nextInt(3) == 0 ? null : "14010" + random.nextInt(REGIONS);
      String subject = List.of("DAY", "HOUR", "DAY,HOUR").get(random.nextInt(3));
      List<Integer> people = new ArrayList<>();
      alerts.sql("insert into alerts.roster (id, name) values ('r" + route + "', 'x')");
      for (int at = 0; at < 3; at++) {
        people.add(random.nextInt(PEOPLE));
        alerts.sql(
            "insert into alerts.roster_shift (roster_id, person_id) values ('r"
                + route
                + "', 'p"
                + people.get(at)
                + "')");
      }
      boolean mail = random.nextBoolean();
      String pace = List.of("NOW", "HOURLY", "DAILY").get(random.nextInt(3));
      alerts.sql(
          "insert into alerts.route (id, region_prefix, subjects, recipients, channels, pace)"
              + " values ('q"
              + route
              + "', "
              + (region == null ? "null" : "'" + region + "'")
              + ", '"
              + subject
              + "', 'roster:r"
              + route
              + "', '"
              + (mail ? "app,mail" : "app")
              + "', '"
              + pace
              + "')");
      rules.add(new Rule(region, subject, people, mail));
    }
    return rules;
  }

  private static void expect(Set<String> expected, List<Rule> rules, int outlet, boolean isDay) {
    for (Rule rule : rules) {
      boolean here = rule.region() == null || rule.region().equals("14010" + outlet % REGIONS);
      if (here && rule.subject().contains(isDay ? "DAY" : "HOUR")) {
        for (int person : rule.people()) {
          expected.add("MN" + outlet + " p" + person + " app");
          if (rule.mail()) {
            expected.add("MN" + outlet + " p" + person + " mail");
          }
        }
      }
    }
  }

  private static void feed(AlertFixture alerts, Random random, List<ExceedanceRecord> records) {
    List<ExceedanceRecord> shuffled = new ArrayList<>(records);
    Collections.shuffle(shuffled, random);
    while (!shuffled.isEmpty()) {
      int size = 1 + random.nextInt(Math.min(20, shuffled.size()));
      alerts.exceedance(shuffled.subList(0, size).toArray(ExceedanceRecord[]::new));
      shuffled = new ArrayList<>(shuffled.subList(size, shuffled.size()));
    }
  }
}
