package io.touchline.portal.page;

import io.touchline.alerts.cases.CardLists;
import io.touchline.alerts.cases.Participant;
import io.touchline.alerts.http.Caller;
import io.touchline.alerts.http.Role;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.cases.CardList;
import io.touchline.domain.cases.ListPeriod;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Gathers what the pages of yellow and red lists say. */
public final class ListsQuery {

  private static final int MOST = 200;
  private static final int QUARTERS = 4;
  private static final int MONTHS_IN_A_QUARTER = 3;

  /** Names are for anybody. */
  private static final Participant EVERYWHERE = new Participant("public", null, null, null);

  private final CardLists lists;
  private final boolean prints;
  private final Clock clock;

  /**
   * Over the lists.
   *
   * @param prints whether lists are set for paper
   */
  public ListsQuery(CardLists lists, boolean prints, Clock clock) {
    this.lists = lists;
    this.prints = prints;
    this.clock = clock;
  }

  /** The latest version of each that is the caller's. */
  public ListsPage working(Caller caller) {
    Map<String, String> own = lists.prefectures(caller.participant());
    return new ListsPage(lists.working(caller.participant(), MOST), own, own, periods());
  }

  /** What is published. */
  public ListsPage published() {
    List<CardList> all = lists.published(null, MOST).stream().map(CardList.class::cast).toList();
    return new ListsPage(all, Map.of(), lists.prefectures(EVERYWHERE), List.of());
  }

  /** Quarters up to this one, then months. */
  private List<String> periods() {
    LocalDate today = ChinaTime.date(clock.instant());
    Stream<ListPeriod> quarters =
        Stream.iterate(today, day -> day.minusMonths(MONTHS_IN_A_QUARTER))
            .limit(QUARTERS)
            .map(day -> ListPeriod.of(ListPeriod.Kind.QUARTER, day));
    Stream<ListPeriod> months =
        Stream.iterate(today, day -> day.minusMonths(1))
            .limit(MONTHS_IN_A_QUARTER)
            .map(day -> ListPeriod.of(ListPeriod.Kind.MONTH, day));
    return Stream.concat(quarters, months).map(ListPeriod::text).toList();
  }

  /** One as it is worked on; empty where the prefecture is not the caller's. */
  public Optional<CardListPage> working(
      Caller caller,
      String prefecture,
      ListPeriod period,
      FormState form,
      String refused,
      String done) {
    Participant who = caller.participant();
    if (!who.sees(null, prefecture)) {
      return Optional.empty();
    }
    CardList latest = lists.latest(who, prefecture, period).orElse(null);
    return Optional.of(
        new CardListPage(
            prefecture,
            name(prefecture),
            period,
            latest,
            before(prefecture, period, latest),
            prints,
            caller.role() == Role.HEAD || caller.role() == Role.SUPERVISOR,
            form,
            refused,
            done));
  }

  /** One as it is public; empty where nothing is. */
  public Optional<CardListPage> published(String prefecture, ListPeriod period) {
    return lists
        .published(prefecture, period)
        .map(
            list ->
                new CardListPage(
                    prefecture,
                    name(prefecture),
                    period,
                    list,
                    before(prefecture, period, list),
                    prints,
                    false,
                    FormState.NONE,
                    null,
                    null));
  }

  private String name(String prefecture) {
    return lists.prefectures(EVERYWHERE).getOrDefault(prefecture, prefecture);
  }

  /** The version before; of a first version the list of the period before. */
  private CardList.Published before(String prefecture, ListPeriod period, CardList list) {
    int version = list == null ? 1 : list.content().version();
    return version > 1
        ? lists.published(prefecture, period, version - 1).orElse(null)
        : lists
            .published(prefecture, ListPeriod.of(period.kind(), period.first().minusDays(1)))
            .orElse(null);
  }
}
