package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.Digest;
import dev.idem.engine.RecordKey;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RecordKeyTest {

    @Test
    @DisplayName("scenario 52: the hashes of keys are these for ever")
    void hashesAreFixed() {
        assertThat(RecordKey.of("shop", "payments.settle", "", "s-1").hash())
                .hasToString("b5401abd0a1a4e65d09acf3896f72939c9080d4a1426c9fbd32b35a785e11f10");
        assertThat(RecordKey.of("shop", "payments.settle", "caller:ann", "s-1").hash())
                .hasToString("2aedbb1353365dea353e69a0985b54c38a2d78bd6ad55d91d95f7d811b05fb7a");
        assertThat(RecordKey.of("", "o", "", "\u00e9\ud83d\ude00").hash())
                .hasToString("31b6d61a9ac76c2cdc20363a5c1dce4b1b16876769bb42270fea8efe219fdf18");
    }

    @Test
    @DisplayName("scenario 112: case, accent, trailing space and Unicode form tell keys apart")
    void similarKeysAreDifferent() {
        List<String> keys = List.of(
                "cafe",
                "Cafe",
                "CAFE",
                "cafe ",
                " cafe",
                "caf\u00e9",
                Normalizer.normalize("caf\u00e9", Normalizer.Form.NFD),
                "\uff43afe",
                "caf\u0435",
                "ca\u200bfe");

        assertThat(keys).extracting(RecordKeyTest::hash).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName(
            "scenario 5, scenario 121: application, operation and scope tell keys apart, and cannot flow into each other")
    void partsCannotFlowIntoEachOther() {
        assertThat(List.of(
                        RecordKey.of("a", "b", "c", "d"),
                        RecordKey.of("ab", "", "c", "d"),
                        RecordKey.of("a", "bc", "", "d"),
                        RecordKey.of("a", "b", "", "cd"),
                        RecordKey.of("a", "b", "cd", ""),
                        RecordKey.of("b", "a", "c", "d")))
                .extracting(RecordKey::hash)
                .doesNotHaveDuplicates();
    }

    private static Digest hash(String key) {
        return RecordKey.of("shop", "operation", "", KeyText.checked(key)).hash();
    }
}
