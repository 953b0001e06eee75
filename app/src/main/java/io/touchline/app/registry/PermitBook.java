package io.touchline.app.registry;

import io.touchline.contract.EnterpriseRecord.Permit;
import io.touchline.domain.code.CreditCode;
import io.touchline.domain.code.PermitNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The permits of {@code permits.csv} as documents: its rows are amounts, and those of one number
 * are one permit.
 */
final class PermitBook {

  static final String FILE = "permits.csv";

  private final Findings findings;
  private final Map<String, Map<String, Document>> byEnterprise = new LinkedHashMap<>();

  /** One permit with the line that ends last. */
  record Document(Permit permit, Row row) {}

  PermitBook(Findings findings) {
    this.findings = findings;
  }

  /** What {@link PermitTable} finds wrong is not said again here; such rows are passed over. */
  void read(RegistrySource source) {
    for (Row row : Table.readIfThere(source, FILE, List.of(), new Findings())) {
      String enterprise = row.text("enterprise");
      String number = row.text("permit_no");
      LocalDate from = row.date("valid_from");
      LocalDate verified = row.date("verified_on");
      if (verified == null && !row.text("verified_on").isEmpty()) {
        findings.error(row, "verified_on", "date", row.text("verified_on"));
      }
      if (!enterprise.isEmpty() && !number.isEmpty() && from != null) {
        Permit permit = new Permit(number, from, row.date("valid_to"), verified);
        byEnterprise
            .computeIfAbsent(enterprise, key -> new LinkedHashMap<>())
            .merge(number, first(enterprise, permit, row), PermitBook::joined);
      }
    }
  }

  private Document first(String enterprise, Permit permit, Row row) {
    boolean meant = CreditCode.hasForm(enterprise) && permit.number().length() > CreditCode.LENGTH;
    boolean seen = byEnterprise.get(enterprise).containsKey(permit.number());
    if (meant && !seen && !PermitNumber.isOf(enterprise, permit.number())) {
      findings.warning(row, "permit_no", "permit.number", permit.number(), enterprise);
    }
    return new Document(permit, row);
  }

  private static Document joined(Document one, Document other) {
    Permit a = one.permit();
    Permit b = other.permit();
    boolean laterEnds =
        a.validTo() != null && (b.validTo() == null || b.validTo().isAfter(a.validTo()));
    LocalDate verified =
        a.verifiedOn() == null || (b.verifiedOn() != null && b.verifiedOn().isAfter(a.verifiedOn()))
            ? b.verifiedOn()
            : a.verifiedOn();
    return new Document(
        new Permit(
            a.number(),
            a.validFrom().isBefore(b.validFrom()) ? a.validFrom() : b.validFrom(),
            laterEnds ? b.validTo() : a.validTo(),
            verified),
        laterEnds ? other.row() : one.row());
  }

  /** Null where it has none. */
  List<Permit> permitsOf(String enterprise) {
    Map<String, Document> documents = byEnterprise.get(enterprise);
    return documents == null ? null : documents.values().stream().map(Document::permit).toList();
  }

  /** By enterprise, in the order of the file. */
  Map<String, List<Document>> documents() {
    Map<String, List<Document>> documents = new LinkedHashMap<>();
    byEnterprise.forEach((code, of) -> documents.put(code, new ArrayList<>(of.values())));
    return documents;
  }
}
