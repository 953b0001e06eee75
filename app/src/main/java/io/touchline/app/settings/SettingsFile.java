package io.touchline.app.settings;

import io.touchline.app.Complaint;
import io.touchline.app.settings.Configuration.Written;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A file of properties, UTF-8, each value with the line it stands on. */
final class SettingsFile {

  private SettingsFile() {}

  static Map<String, Written> read(Path file) {
    try {
      String text = Files.readString(file);
      Properties properties = new Properties();
      properties.load(new StringReader(text));
      List<String> lines = text.lines().toList();
      Map<String, Written> written = new LinkedHashMap<>();
      for (String key : properties.stringPropertyNames()) {
        written.put(
            key, new Written(properties.getProperty(key).strip(), file + ":" + line(lines, key)));
      }
      return written;
    } catch (CharacterCodingException e) {
      throw Complaint.usage("settings.encoding", file);
    } catch (IllegalArgumentException e) {
      throw Complaint.usage("settings.escape", file);
    } catch (IOException e) {
      throw Complaint.usage("settings.file", file);
    }
  }

  /** The last line that begins with the key: of a key written twice the last one stands. */
  private static int line(List<String> lines, String key) {
    for (int i = lines.size(); i > 0; i--) {
      String line = lines.get(i - 1).strip();
      if (line.startsWith(key)
          && (line.length() == key.length() || "=: \t".indexOf(line.charAt(key.length())) >= 0)) {
        return i;
      }
    }
    return 1;
  }
}
