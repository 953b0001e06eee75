package io.touchline.streams;

import io.touchline.contract.BudgetRecord;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.PermitsRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.totals.PermittedAmount;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import io.touchline.streams.MassDays.Mass;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Holds what an enterprise emits against what its permits say: mass that exceeds becomes episodes,
 * and at the end of a day the budgets are told.
 *
 * <p>It hears the sums of days alone and adds them up itself, so that what it says depends on the
 * days and permits as they stand and on nothing else.
 */
final class JudgeMass implements Processor<String, Object, String, Object> {

  private record Subject(Scope scope, String factor) {}

  /**
   * How much more may be measured on the day that runs before anything exceeds: until then there is
   * nothing to look at. Kept in memory alone; what is not there is worked out anew.
   */
  private record Room(LocalDate day, long leftMg) {}

  private final Map<Subject, Room> rooms = new HashMap<>();
  private ProcessorContext<String, Object> context;
  private RecordStore<PermitsRecord> permits;
  private MassDays days;
  private MassEpisodes episodes;
  private BudgetJournal budgets;

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.permits =
        new RecordStore<>(context.getStateStore(JournalStores.PERMITS), PermitsRecord.class);
    this.days = new MassDays(context.getStateStore(JournalStores.MASS_DAYS));
    this.episodes =
        new MassEpisodes(
            new RecordStore<>(
                context.getStateStore(JournalStores.MASS_EPISODES), ExceedanceRecord.class));
    this.budgets =
        new BudgetJournal(
            new RecordStore<>(context.getStateStore(JournalStores.BUDGETS), BudgetRecord.class),
            days);
  }

  @Override
  public void process(Record<String, Object> record) {
    if (record.value() instanceof PermitsRecord permit) {
      permitted(permit, record.timestamp());
    } else if (record.value() instanceof TotalRecord total
        && total.scope() == Scope.Kind.ENTERPRISE
        && total.period() == TotalPeriod.DAY) {
      emitted(total, record.timestamp());
    }
  }

  private void emitted(TotalRecord total, long now) {
    Subject of = new Subject(new Scope(total.scope(), total.id()), total.factor());
    LocalDate day = ChinaTime.date(total.start());
    Mass more =
        days.put(of.scope(), of.factor(), day, new Mass(total.massMg(), total.substitutedMg()));
    if (more.equals(Mass.NONE) || isWithinItsRoom(of, day, more)) {
      return;
    }
    List<PermittedAmount> amounts = amounts(of.scope());
    if (amounts.stream().noneMatch(amount -> amount.factor().equals(of.factor()))) {
      return;
    }
    LocalDate before = days.before(of.scope(), of.factor(), day);
    MassLook look = look(of, amounts);
    look.at(before == null ? day : before, day);
    publish(look, now);
    long room = look.room();
    if (room >= 0) {
      rooms.put(of, new Room(look.last(), room));
    }
  }

  private MassLook look(Subject of, List<PermittedAmount> amounts) {
    return new MassLook(days, episodes, budgets, of.scope(), of.factor(), amounts);
  }

  private void publish(MassLook look, long now) {
    look.revisions()
        .forEach(
            revision ->
                context.forward(
                    new Record<>(revision.key(), revision, now),
                    OutletJournalTopology.TO_EXCEEDANCES));
    look.budgetRevisions()
        .forEach(
            (key, budget) ->
                context.forward(new Record<>(key, budget, now), OutletJournalTopology.TO_BUDGETS));
  }

  private boolean isWithinItsRoom(Subject of, LocalDate day, Mass more) {
    Room room = rooms.remove(of);
    if (room == null || !room.day().equals(day) || more.measured() < 0) {
      return false;
    }
    long left = room.leftMg() - more.measured();
    if (left < 0) {
      return false;
    }
    rooms.put(of, new Room(day, left));
    return true;
  }

  // Other permits: all that was ever emitted of the factors they speak of is looked at anew.
  private void permitted(PermitsRecord record, long now) {
    Scope scope = new Scope(Scope.Kind.ENTERPRISE, record.enterprise());
    List<PermittedAmount> before = amounts(scope);
    if (before.equals(record.amounts())) {
      return;
    }
    permits.put(key(scope), record);
    Set<String> factors = new TreeSet<>();
    Stream.concat(before.stream(), record.amounts().stream())
        .forEach(amount -> factors.add(amount.factor()));
    for (String factor : factors) {
      Subject of = new Subject(scope, factor);
      rooms.remove(of);
      MassLook look = look(of, record.amounts());
      look.atAll();
      publish(look, now);
    }
  }

  private List<PermittedAmount> amounts(Scope scope) {
    PermitsRecord record = permits.get(key(scope));
    return record == null ? List.of() : record.amounts();
  }

  private static Bytes key(Scope scope) {
    return Bytes.wrap(scope.text().getBytes(StandardCharsets.UTF_8));
  }
}
