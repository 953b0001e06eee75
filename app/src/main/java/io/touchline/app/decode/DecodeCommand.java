package io.touchline.app.decode;

import com.fasterxml.jackson.databind.ObjectWriter;
import io.touchline.app.Complaint;
import io.touchline.contract.Json;
import io.touchline.hj212.CheckMode;
import io.touchline.hj212.Dialect;
import io.touchline.hj212.EscapedLine;
import io.touchline.hj212.LengthMode;
import io.touchline.hj212.Sm4Key;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code decode [--sm4-key KEY] [FILE|-]}: one frame a line in, one JSON object a frame out, in
 * order and as they come. Exit code 0 if every frame was accepted, 1 otherwise.
 */
@Command(name = "decode")
public final class DecodeCommand implements Callable<Integer> {

  private static final int BUFFER = 1 << 16;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = "-",
      descriptionKey = "parameter.frames")
  private String file;

  @Option(names = "--sm4-key", paramLabel = "KEY", descriptionKey = "option.sm4-key")
  private String sm4Key;

  @Override
  public Integer call() {
    LineDecoder decoder = new LineDecoder(dialect());
    PrintWriter out = spec.commandLine().getOut();
    try (InputStream in = open()) {
      boolean clean = decode(decoder, in, out);
      if (out.checkError()) {
        throw Complaint.of("decode.out");
      }
      return clean ? 0 : 1;
    } catch (IOException e) {
      throw Complaint.because(e, "decode.read", file, e.getMessage());
    }
  }

  private InputStream open() throws IOException {
    if (file.equals("-")) {
      return new BufferedInputStream(System.in, BUFFER);
    }
    Path path = Path.of(file);
    if (Files.isDirectory(path) || !Files.isReadable(path)) {
      throw Complaint.usage("decode.file", path.toAbsolutePath());
    }
    return new BufferedInputStream(Files.newInputStream(path), BUFFER);
  }

  private Dialect dialect() {
    if (sm4Key == null) {
      return Dialect.STANDARD;
    }
    try {
      return new Dialect(CheckMode.STANDARD, LengthMode.EXACT, List.of(Sm4Key.parse(sm4Key)));
    } catch (IllegalArgumentException e) {
      throw Complaint.usage("decode.sm4");
    }
  }

  private static boolean decode(LineDecoder decoder, InputStream in, PrintWriter out)
      throws IOException {
    ObjectWriter json = Json.mapper().writerFor(DecodedFrame.class);
    AtomicBoolean clean = new AtomicBoolean(true);
    Lines.each(
        in,
        (number, line) -> {
          for (DecodedFrame frame : decoder.decode(number, EscapedLine.bytes(line))) {
            if (!frame.isAccepted()) {
              clean.set(false);
            }
            out.println(json.writeValueAsString(frame));
          }
          if (in.available() == 0) {
            out.flush(); // nothing more for now: whoever waits at the other end gets it
          }
        });
    return clean.get();
  }
}
