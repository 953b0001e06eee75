package io.touchline.alerts.registry;

import io.touchline.alerts.registry.Proposal.State;
import io.touchline.alerts.registry.RegistrySheet.Line;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What people do with the registry: they read it, propose a change of limits or permits, and
 * another person decides. Whoever sees a line may propose to change it; rights of roles are the
 * caller's affair.
 *
 * <p>An approved change is applied before it is kept as approved: if this process dies in between,
 * it is applied again, which changes nothing, and kept.
 */
public final class RegistryDesk {

  /**
   * Who asks.
   *
   * @param region what their region's code begins with; null for everywhere
   * @param enterprise credit code of the one that is theirs; null for all
   */
  public record Person(String login, String region, String enterprise) {}

  /** One step of a proposal. */
  public record Step(State state, String by, Instant at, String words, Integer version) {}

  private final Jdbi jdbi;
  private final RegistryDoor door;
  private final Clock clock;

  public RegistryDesk(Jdbi jdbi, RegistryDoor door, Clock clock) {
    this.jdbi = jdbi;
    this.door = door;
    this.clock = clock;
  }

  /** The lines of a table that are a person's to see. */
  public RegistrySheet read(RegistryBook book, Person person) {
    RegistrySheet sheet = door.read(book);
    if (person.region() == null && person.enterprise() == null) {
      return sheet;
    }
    return sheet.only(visible(book, person));
  }

  private Predicate<Line> visible(RegistryBook book, Person person) {
    if (book == RegistryBook.REGIONS) {
      return line -> true;
    }
    if (book == RegistryBook.TARGETS) {
      return line -> person.region() == null || line.cell("region").startsWith(person.region());
    }
    Set<String> codes =
        enterprises().entrySet().stream()
            .filter(entry -> sees(person, entry.getKey(), entry.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    if (book == RegistryBook.LIMITS) {
      Map<String, String> owners = owners();
      return line -> codes.contains(owners.getOrDefault(line.cell("mn"), ""));
    }
    String column = book == RegistryBook.ENTERPRISES ? "code" : "enterprise";
    return line -> codes.contains(line.cell(column));
  }

  private static boolean sees(Person person, String enterprise, String region) {
    return (person.enterprise() == null || person.enterprise().equals(enterprise))
        && (person.region() == null || (region != null && region.startsWith(person.region())));
  }

  /** Regions by enterprise. */
  private Map<String, String> enterprises() {
    Map<String, String> regions = new HashMap<>();
    door.read(RegistryBook.ENTERPRISES)
        .lines()
        .forEach(line -> regions.put(line.cell("code"), line.cell("region")));
    return regions;
  }

  /** Enterprises by MN. */
  private Map<String, String> owners() {
    Map<String, String> owners = new HashMap<>();
    door.read(RegistryBook.OUTLETS)
        .lines()
        .forEach(line -> owners.put(line.cell("mn"), line.cell("enterprise")));
    return owners;
  }

  /**
   * Proposes a change.
   *
   * @param reason why, in words
   * @throws IllegalArgumentException where the registry would have a fault, or no reason is given
   * @throws NoSuchElementException where it concerns nothing that is theirs to see
   */
  public Proposal propose(RegistryChange change, String reason, Person by) {
    if (reason == null || reason.isBlank()) {
      throw new IllegalArgumentException("a proposal has its reason in words");
    }
    String enterprise = concerned(change);
    if (!sees(by, enterprise, enterprises().get(enterprise))) {
      throw new NoSuchElementException(
          "enterprise " + enterprise + " is not there, or is not yours to see");
    }
    List<String> faults = door.faults(change);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
    Proposal proposal =
        new Proposal(
            UUID.randomUUID(),
            State.OPEN,
            change,
            enterprise,
            by.login(),
            clock.instant(),
            reason,
            null,
            null,
            null,
            null);
    jdbi.useTransaction(handle -> ProposalRows.add(handle, proposal));
    return proposal;
  }

  /**
   * Whom it concerns: the owner of the line that is added and of that which ends, one and the same.
   */
  private String concerned(RegistryChange change) {
    Map<String, String> owners = change.book() == RegistryBook.LIMITS ? owners() : Map.of();
    String added = change.adds() == null ? null : owner(change.adds(), change.book(), owners);
    String ended = null;
    if (change.ends() != null) {
      Line line =
          door.read(change.book()).lines().stream()
              .filter(each -> each.id().equals(change.ends()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new NoSuchElementException(
                          "no line "
                              + change.ends()
                              + " in "
                              + change.book().text()
                              + ": read it again, it may have changed"));
      ended = owner(line.cells(), change.book(), owners);
    }
    if (added != null && ended != null && !added.equals(ended)) {
      throw new IllegalArgumentException(
          "the line that ends and the new one are not of one enterprise");
    }
    return added != null ? added : ended;
  }

  private static String owner(
      Map<String, String> cells, RegistryBook book, Map<String, String> owners) {
    String column = book == RegistryBook.LIMITS ? "mn" : "enterprise";
    String value = cells.get(column);
    String owner = book == RegistryBook.LIMITS ? owners.get(value) : value;
    if (owner == null) {
      throw new NoSuchElementException(
          column + ' ' + value + " is not there, or is not yours to see");
    }
    return owner;
  }

  /**
   * Approves a change, which becomes another version of the registry.
   *
   * @throws IllegalStateException where it is not open, or the same person proposed it
   * @throws IllegalArgumentException where the registry would have a fault by now
   */
  public Proposal approve(UUID id, String words, Person by) {
    return decide(
        id,
        by,
        proposal -> {
          byAnother(proposal, by);
          int version =
              door.apply(
                  proposal.change(),
                  new RegistryDoor.Signed(
                      proposal.proposedBy(),
                      by.login(),
                      "proposal "
                          + id
                          + " by "
                          + proposal.proposedBy()
                          + ": "
                          + proposal.reason()));
          return proposal.decided(State.APPROVED, by.login(), clock.instant(), words, version);
        });
  }

  /**
   * Refuses a change.
   *
   * @param words why
   * @throws IllegalStateException where it is not open, or the same person proposed it
   */
  public Proposal refuse(UUID id, String words, Person by) {
    if (words == null || words.isBlank()) {
      throw new IllegalArgumentException("a refusal has its reason in words");
    }
    return decide(
        id,
        by,
        proposal -> {
          byAnother(proposal, by);
          return proposal.decided(State.REFUSED, by.login(), clock.instant(), words, null);
        });
  }

  /**
   * Takes a proposal back.
   *
   * @throws IllegalStateException where it is not open, or another person proposed it
   */
  public Proposal withdraw(UUID id, Person by) {
    return decide(
        id,
        by,
        proposal -> {
          if (!proposal.proposedBy().equals(by.login())) {
            throw new IllegalStateException(
                "proposed by " + proposal.proposedBy() + ", who alone can take it back");
          }
          return proposal.decided(State.WITHDRAWN, by.login(), clock.instant(), null, null);
        });
  }

  private static void byAnother(Proposal proposal, Person by) {
    if (proposal.proposedBy().equalsIgnoreCase(by.login())) {
      throw new IllegalStateException(
          "proposed by " + proposal.proposedBy() + ": another person decides");
    }
  }

  /** What is decided of an open proposal. */
  private interface Deciding {
    Proposal on(Proposal open);
  }

  private Proposal decide(UUID id, Person by, Deciding deciding) {
    return jdbi.inTransaction(
        handle -> {
          Proposal proposal = seen(ProposalRows.locked(handle, id).orElse(null), id, by);
          if (proposal.state() != State.OPEN) {
            throw new IllegalStateException("proposal " + id + " is " + proposal.state());
          }
          Proposal decided = deciding.on(proposal);
          ProposalRows.decide(handle, decided);
          return decided;
        });
  }

  private Proposal seen(Proposal proposal, UUID id, Person by) {
    if (proposal == null
        || !sees(by, proposal.enterprise(), enterprises().get(proposal.enterprise()))) {
      throw new NoSuchElementException("proposal " + id + " is not there, or is not yours to see");
    }
    return proposal;
  }

  /**
   * Proposals that are a person's to see, newest first.
   *
   * @param state null for all
   */
  public List<Proposal> proposals(State state, int most, Person person) {
    Map<String, String> regions = enterprises();
    return jdbi.withHandle(handle -> ProposalRows.all(handle, state, most)).stream()
        .filter(each -> sees(person, each.enterprise(), regions.get(each.enterprise())))
        .toList();
  }

  /** One proposal. */
  public Proposal proposal(UUID id, Person person) {
    return jdbi.withHandle(handle -> one(handle, id, person));
  }

  /** All that happened to it, in order. */
  public List<Step> history(UUID id, Person person) {
    return jdbi.withHandle(
        handle -> {
          one(handle, id, person);
          return ProposalRows.steps(handle, id);
        });
  }

  private Proposal one(Handle handle, UUID id, Person person) {
    return seen(ProposalRows.one(handle, id).orElse(null), id, person);
  }
}
