package org.paperround.digest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Writes an edition's papers into one column. */
@Converter
class EditionItems implements AttributeConverter<List<EditionItem>, String> {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();
  private static final TypeReference<List<EditionItem>> ITEMS = new TypeReference<>() {};

  @Override
  public String convertToDatabaseColumn(List<EditionItem> items) {
    try {
      return JSON.writeValueAsString(items);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public List<EditionItem> convertToEntityAttribute(String column) {
    try {
      return JSON.readValue(column, ITEMS);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("A stored edition does not read", damaged);
    }
  }
}
