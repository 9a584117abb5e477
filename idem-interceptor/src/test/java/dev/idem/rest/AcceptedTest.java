package dev.idem.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client accepts, as RFC 9110 §12.5.1 has it. */
class AcceptedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "*/*                                          | text/plain, */*                   | text/plain",
                "text/html                                    | text/plain, */*                   | text/html",
                "text/html;q=0.5, text/*;q=0.8                | text/html, text/csv               | text/csv",
                "text/csv, text/html;q=0.5                    | text/html, text/csv               | text/csv",
                "application/xml, application/json;q=0.9      | application/json, application/xml | application/xml",
                "application/json;q=0, */*                    | application/json, application/xml | application/xml",
                "image/png                                    | application/json                  | none",
                "image/*                                      | */*                               | none",
                "no media type                                | application/json                  | application/json",
                "text/html;q=best                             | application/json                  | application/json",
                "application/json;q=0.1, text/plain;q=0.2     | application/json;charset=UTF-8    | application/json;charset=UTF-8"
            })
    void bestMatchIsChosen(String accept, String offered, String chosen) {
        List<MediaType> offers = Stream.of(offered.split(","))
                .map(String::strip)
                .map(MediaType::valueOf)
                .toList();

        assertThat(Accepted.of(List.of(accept))
                        .choose(offers)
                        .map(MediaType::toString)
                        .orElse(null))
                .isEqualTo(chosen);
    }

    @Test
    void severalFieldsAreOneList() {
        Accepted accepted = Accepted.of(List.of("text/html;q=0.1", "application/json"));

        assertThat(accepted.choose(List.of(MediaType.TEXT_HTML_TYPE, MediaType.APPLICATION_JSON_TYPE)))
                .contains(MediaType.APPLICATION_JSON_TYPE);
    }

    @Test
    void nothingSaidIsAnything() {
        assertThat(Accepted.of(List.of()).choose(List.of(MediaType.TEXT_XML_TYPE)))
                .contains(MediaType.TEXT_XML_TYPE);
        assertThat(Accepted.of(List.of("")).choose(List.of(MediaType.TEXT_XML_TYPE)))
                .contains(MediaType.TEXT_XML_TYPE);
    }
}
