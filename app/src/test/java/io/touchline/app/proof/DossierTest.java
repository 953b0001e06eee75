package io.touchline.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfStream;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.touchline.app.CommandRun;
import io.touchline.app.Complaint;
import io.touchline.contract.VerificationRecord;
import io.touchline.contract.VerificationRecord.Difference;
import io.touchline.contract.VerificationRecord.Kind;
import io.touchline.contract.VerificationRecord.Verdict;
import io.touchline.domain.AveragingPeriod;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A dossier proves its case with nothing but itself, and whatever is touched in it shows. */
class DossierTest {

  private static CaseMaterial material;
  private static VerificationRecord verified;

  @TempDir private Path directory;

  private SealKey key;
  private SortedMap<String, byte[]> files;

  @BeforeAll
  static void verifyTheCase() {
    MaterialFixture stack = MaterialFixture.ofDays(4, 1);
    Instant from = MaterialFixture.FIRST.plus(Duration.ofHours(60));
    stack.mark(MaterialFixture.mark("M-1", from, from.plusSeconds(3600), from.plusSeconds(7200)));
    material = stack.limitedCase(AveragingPeriod.HOUR);
    verified = Verifier.verify(material, null, List.of());
  }

  @BeforeEach
  void make() {
    key = key("key.pem");
    files = Dossier.of(material, verified, key);
  }

  @Test
  void dossierOfTheSameCaseTwiceIsTheSameBytes() throws IOException {
    byte[] again = zip(Dossier.of(material, verified, key));

    assertThat(again).isEqualTo(zip(files));
  }

  @Test
  void signedDossierMatchesAlone() {
    VerificationRecord alone = new SealedDossier(files).verify(key.fingerprint());

    assertThat(alone.differences()).isEmpty();
    assertThat(alone.verdict()).isEqualTo(Verdict.MATCH);
    assertThat(alone.figures()).isEqualTo(verified.figures());
    assertThat(alone.seal()).isEqualTo(new VerificationRecord.Seal(true, key.fingerprint()));
  }

  @Test
  void dossierWithoutAKeyMatchesAndSaysThatNobodySignedIt() throws IOException {
    SortedMap<String, byte[]> unsigned = Dossier.of(material, verified, null);

    VerificationRecord alone = new SealedDossier(unsigned).verify(null);

    assertThat(alone.verdict()).isEqualTo(Verdict.MATCH);
    assertThat(alone.seal().signed()).isFalse();
    assertThat(text(unsigned)).contains("未签名");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dossier.pdf",
        "frames.jsonl",
        "readings.jsonl",
        "schema/DossierRecord.schema.json",
        "public-key.pem",
        "manifest.sig"
      })
  void oneByteOfAnyFileShows(String name) {
    byte[] bytes = files.get(name).clone();
    int at = bytes.length / 2;
    bytes[at] = (byte) (bytes[at] == '7' ? '8' : '7');
    files.put(name, bytes);

    assertThat(verdict()).isEqualTo(Verdict.MISMATCH);
  }

  @Test
  void anyByteOfTheRecordAndTheFramesShows() {
    long seed = Long.getLong("touchline.seed", 20261128);
    Random random = new Random(seed);
    for (int flip = 0; flip < 16; flip++) {
      String name = flip % 2 == 0 ? DossierFile.DOSSIER : DossierFile.FRAMES;
      SortedMap<String, byte[]> touched = new TreeMap<>(files);
      byte[] bytes = files.get(name).clone();
      int at = random.nextInt(bytes.length);
      bytes[at] = (byte) (bytes[at] ^ 1 << random.nextInt(7));
      touched.put(name, bytes);

      assertThat(new SealedDossier(touched).verify(null).verdict())
          .as("seed %d, byte %d of %s", seed, at, name)
          .isEqualTo(Verdict.MISMATCH);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a figure|\"worst\" : \"39.5\"|\"worst\" : \"38.5\"",
        "a mark|探头更换|探头更新",
        "a mark's time|\"markedAt\" : \"2026-06-03T14|\"markedAt\" : \"2026-06-03T13",
        "an event|局长 王某|局长 张某",
        "a limit|\"value\" : \"35\"|\"value\" : \"34\"",
        "a sample|\"value\" : \"31.0\"|\"value\" : \"30.0\"",
      })
  void changedTextOfTheRecordShows(String what, String was, String is) {
    edit(DossierFile.DOSSIER, was, is);

    assertThat(verdict()).as(what).isEqualTo(Verdict.MISMATCH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dossier.json|\"worst\" : \"39.5\"|\"worst\" : \"38.5\"|FIGURE",
        "dossier.json|局长 王某|局长 张某|CHAIN",
        "dossier.json|\"mark\" : \"MAINTENANCE\"|\"mark\" : \"STANDARD_CHECK\"|FIGURE",
        "frames.jsonl|Avg=36.5,a21026-ZsAvg=36.5|Avg=34.5,a21026-ZsAvg=34.5|FRAME",
      })
  void whoeverSealsAChangedDossierAnewIsFoundByTheFramesAndTheChain(
      String file, String was, String is, Kind kind) {
    edit(file, was, is);
    files.keySet().removeAll(List.of(DossierFile.MANIFEST, DossierFile.SIGNATURE));
    SealKey other = key("other.pem");
    files = DossierFile.sealed(CaseFixture.CASE, files, other);

    VerificationRecord alone = new SealedDossier(files).verify(null);

    assertThat(alone.differences()).extracting(Difference::kind).contains(kind);
    assertThat(new SealedDossier(files).verify(key.fingerprint()).differences())
        .extracting(Difference::kind)
        .contains(Kind.SIGNATURE);
  }

  @Test
  void fileThatWasPutInOrTakenOutShows() {
    files.put("letter.txt", new byte[] {1});
    assertThat(verdict()).isEqualTo(Verdict.MISMATCH);
    files.remove("letter.txt");
    files.remove("dossier.pdf");
    assertThat(verdict()).isEqualTo(Verdict.MISMATCH);
  }

  @Test
  void keyWhoseHalvesAreOfTwoKeysIsRefused() throws IOException {
    String secret = Files.readString(directory.resolve("key.pem"));
    Files.writeString(
        directory.resolve("mixed.pem"),
        secret.substring(0, secret.indexOf("-----BEGIN PUBLIC"))
            + new String(key("other.pem").publicPem(), StandardCharsets.US_ASCII));

    assertThatThrownBy(() -> SealKey.read(directory.resolve("mixed.pem")))
        .isInstanceOf(Complaint.class)
        .hasMessageContaining("mixed.pem");
  }

  @Test
  void bookNamesTheCaseAndEmbedsItsFontsAsSubsets() throws IOException {
    assertThat(text(files))
        .contains(CaseFixture.CASE)
        .contains("某某热电有限公司（模拟）")
        .contains(key.fingerprint().substring(0, 16))
        .contains("青环限〔2026〕7号")
        .contains("探头更换");
    assertThat(embeddedFonts(files.get("dossier.pdf")))
        .hasSize(2)
        .allSatisfy(font -> assertThat(font).matches("[A-Z]{6}\\+NotoSansSC-(Regular|Bold)"));
  }

  @Test
  void commandVerifiesADossierWithoutABroker() throws IOException {
    Path file = directory.resolve("case.zip");
    DossierFile.write(file, files);

    CommandRun run = CommandRun.of("verify", "--dossier", file.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("MATCH case C-2026-0001").contains(key.fingerprint());
    if (System.getProperty("touchline.dossier") != null) {
      Files.copy(file, Path.of(System.getProperty("touchline.dossier")));
    }
  }

  @Test
  void commandNamesWhatDiffersAndEndsWithOne() throws IOException {
    edit(DossierFile.DOSSIER, "\"value\" : \"37.5\"", "\"value\" : \"47.5\"");
    Path file = directory.resolve("case.zip");
    DossierFile.write(file, files);

    CommandRun run = CommandRun.of("verify", "--dossier", file.toString());
    CommandRun machine = CommandRun.of("verify", "--dossier", file.toString(), "--json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("MISMATCH")
        .contains("value was 47.5, is 37.5")
        .contains("frame packets/0/");
    assertThat(machine.out())
        .startsWith("{\"schemaVersion\":1")
        .contains("\"verdict\":\"MISMATCH\"");
  }

  @Test
  void usageThatNamesNeitherCaseNorDossierEndsWithTwo() {
    assertThat(CommandRun.of("verify").exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("verify", "C-1").exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("verify", "--dossier", "/no/such.zip").exitCode()).isEqualTo(2);
  }

  private Verdict verdict() {
    return new SealedDossier(files).verify(null).verdict();
  }

  private void edit(String name, String was, String is) {
    String text = new String(files.get(name), StandardCharsets.UTF_8);
    String changed = text.replace(was, is);
    assertThat(changed).isNotEqualTo(text);
    files.put(name, changed.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] zip(SortedMap<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DossierFile.write(out, new TreeMap<>(files));
    return out.toByteArray();
  }

  private SealKey key(String name) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      Path file = directory.resolve(name);
      Files.writeString(
          file,
          pem("PRIVATE KEY", pair.getPrivate().getEncoded())
              + pem("PUBLIC KEY", pair.getPublic().getEncoded()));
      return SealKey.read(file);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String what, byte[] encoded) {
    return "-----BEGIN "
        + what
        + "-----\n"
        + Base64.getMimeEncoder().encodeToString(encoded)
        + "\n-----END "
        + what
        + "-----\n";
  }

  private static String text(SortedMap<String, byte[]> files) throws IOException {
    StringBuilder text = new StringBuilder();
    try (PdfReader reader = new PdfReader(files.get("dossier.pdf"))) {
      PdfTextExtractor extractor = new PdfTextExtractor(reader);
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        text.append(extractor.getTextFromPage(page)).append('\n');
      }
    }
    return text.toString();
  }

  private static List<String> embeddedFonts(byte[] pdf) throws IOException {
    List<String> names = new ArrayList<>();
    try (PdfReader reader = new PdfReader(pdf)) {
      for (int number = 1; number < reader.getXrefSize(); number++) {
        PdfObject object = reader.getPdfObject(number);
        if (object instanceof PdfDictionary dictionary
            && PdfName.FONTDESCRIPTOR.equals(dictionary.get(PdfName.TYPE))) {
          assertThat(PdfReader.getPdfObject(dictionary.get(PdfName.FONTFILE2)))
              .isInstanceOf(PdfStream.class);
          names.add(PdfName.decodeName(dictionary.get(PdfName.FONTNAME).toString()));
        }
      }
    }
    return names;
  }
}
