package dev.idem.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.codec.JsonbCodec;
import dev.idem.engine.ResultCodec;
import dev.idem.engine.ResultText;
import dev.idem.key.Sensitivity;
import dev.idem.spi.ResultUpcaster;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptResultsTest {

    private final ResultCodec first = kept(String.class, Optional.empty(), false);
    private final ResultCodec third = kept(String.class, Optional.of(new Renamed(3)), false);

    @Test
    @DisplayName("scenario 52: without an upcaster a result is stored as it always was")
    void firstVersionIsStoredAsEver() {
        assertThat(first.encode("paid").text()).isEqualTo("\"paid\"");
        assertThat(first.confirmed("\"paid\"")).isEqualTo("\"paid\"");
        assertThat(first.decode("\"paid\"")).isEqualTo("paid");
    }

    @Test
    void currentVersionIsNotChanged() {
        assertThat(third.encode("paid").text()).isEqualTo("v3:\"paid\"");
        assertThat(third.encode("paid").answer()).isEqualTo("paid");
        assertThat(third.confirmed("\"paid\"")).isEqualTo("v3:\"paid\"");
        assertThat(third.decode("v3:\"paid\"")).isEqualTo("paid");
    }

    @Test
    @DisplayName("scenario 52: an older result comes back in the form of now")
    void olderResultIsChanged() {
        assertThat(third.decode("\"paid\"")).isEqualTo("paid, once of version 1");
        assertThat(third.decode("v2:\"paid\"")).isEqualTo("paid, once of version 2");
    }

    @Test
    @DisplayName("scenario 33: a result of a newer version is not guessed at")
    void newerResultIsRefused() {
        assertThatThrownBy(() -> first.decode("v2:\"paid\""))
                .hasMessage("it is of version 2, this application knows 1");
        assertThatThrownBy(() -> third.decode("v4:\"paid\""))
                .hasMessage("it is of version 4, this application knows 3");
    }

    @Test
    @DisplayName("scenario 33: of a sensitive result that cannot be read nothing is quoted")
    void parsersWordsAreLeftOut() {
        ResultCodec sensitive = kept(Integer.class, Optional.empty(), true);

        assertThatThrownBy(() -> sensitive.decode("\"4111x\""))
                .hasMessage(Sensitivity.UNTOLD)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1:x", "v2:x", "v999999999:", "v0:x", "v:", "{}", ""})
    void anyTextComesBack(String text) {
        for (int version : new int[] {1, 2}) {
            ResultText stored = new ResultText(version, text);
            assertThat(ResultText.parse(stored.stored())).isEqualTo(stored);
        }
    }

    private static ResultCodec kept(Class<?> type, Optional<ResultUpcaster> upcaster, boolean sensitive) {
        return new KeptResults(new JsonResults(type, new JsonbCodec()), upcaster, sensitive);
    }

    private record Renamed(int version) implements ResultUpcaster {

        @Override
        public String operation() {
            return "orders.pay";
        }

        @Override
        public String upcast(String json, int from) {
            return json.replaceFirst("\"$", ", once of version " + from + "\"");
        }
    }
}
