package dev.idem.admin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.admin.web.Told;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {

    @Test
    void fieldsBecomeComponents() {
        assertThat(read(Started.class, "{'calls':3,'reason':'because','steps':[1,2],'oneByOne':true}"))
                .isEqualTo(new Started(
                        3,
                        "because",
                        Optional.empty(),
                        Optional.of(List.of(1, 2)),
                        Optional.empty(),
                        Optional.of(true)));
        assertThat(read(Planned.class, "{'kind':'DRY_RUN','matching':{'operation':'a'},'days':3}"))
                .isEqualTo(new Planned(
                        Planned.RunKind.DRY_RUN,
                        Optional.empty(),
                        Optional.of(new Planned.Matching(
                                Optional.empty(),
                                Optional.of("a"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(3)));
        assertThat(((Confirmed) read(Confirmed.class, "{'reason':'x','result':null}")).result())
                .hasToString("null");
        assertThat(((Edited) read(Edited.class, "{'reason':'x','arguments':[{'a':[]}]}")).arguments())
                .hasToString("[{\"a\":[]}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|The field calls is missing.",
                "{'calls':1,'reason':'x','Calls':1}|The field Calls is no field of this call. It has calls, reason,",
                "{'calls':'1','reason':'x'}|The field calls must be a whole number.",
                "{'calls':1e40,'reason':'x'}|The field calls must be a whole number.",
                "{'calls':1,'reason':null}|The field reason must be a text.",
                "{'calls':1,'reason':'x','steps':3}|The field steps must be a list.",
                "{'calls':1,'reason':'x','steps':[1,'x']}|The field steps/1 must be a whole number.",
                "{'calls':1,'reason':'x','perSecond':99999999999}|The field perSecond must be a whole number.",
                "{'calls':1,'reason':'x','oneByOne':'yes'}|The field oneByOne must be true or false."
            })
    void whatIsWrongIsToldByItsPlace(String json, String message) {
        assertThatThrownBy(() -> read(Started.class, json.replace('\'', '"')))
                .isInstanceOfSatisfying(
                        Told.class, told -> assertThat(told.status()).isEqualTo(422))
                .hasMessageStartingWith(message);
    }

    @Test
    void insideOfAFieldToo() {
        assertThatThrownBy(() -> read(Planned.class, "{'kind':'REPLAY','matching':{'x':1}}"))
                .isInstanceOf(Told.class)
                .hasMessageStartingWith("The field matching/x is no field of this call.");
        assertThatThrownBy(() -> read(Planned.class, "{'kind':'PROBE'}"))
                .isInstanceOf(Told.class)
                .hasMessage("The field kind must be one of REPLAY, DRY_RUN, DISMISS, EXPIRE, EXTEND.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[]", "7", "{}{}", "{'a':1,}", "{a:1}"})
    void whatIsNoObjectIsNotRead(String json) {
        assertThatThrownBy(() -> read(Why.class, json))
                .isInstanceOfSatisfying(
                        Told.class, told -> assertThat(told.status()).isEqualTo(400));
    }

    private static Record read(Class<? extends Record> type, String json) {
        return BodyReader.read(type, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
