package org.paperround.topic.catalogue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A JSON file inside the service's own package. That one is missing or broken is a build fault. */
final class ShippedFile {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private ShippedFile() {}

  static <T> T read(String path, Class<T> type) {
    try (InputStream file = ShippedFile.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("The service was built without " + path);
      }
      return JSON.readValue(file, type);
    } catch (IOException broken) {
      throw new UncheckedIOException("Cannot read " + path, broken);
    }
  }
}
