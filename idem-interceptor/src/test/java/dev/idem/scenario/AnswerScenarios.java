package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.InvalidKeyException;
import dev.idem.KeyReusedException;
import dev.idem.MissingKeyException;
import dev.idem.scenario.app.Order;
import dev.idem.scenario.app.Receipt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** First calls, duplicates, keys and fingerprints. */
public abstract class AnswerScenarios extends ScenarioBeans {

    @Test
    @DisplayName("scenarios 1, 2, 10, 44: the first call runs, a duplicate gets the equal typed result")
    void duplicateGetsTypedResult() {
        Receipt receipt = shop.buy(Order.of(id));

        assertThat(shop.buy(Order.of(id))).isEqualTo(receipt);

        assertThat(effects.count(id)).isEqualTo(1);
        assertThat(effects.stateOf("shop.buy", id)).isEqualTo("COMPLETED");
    }

    @Test
    @DisplayName("scenarios 3, 10: void, null, lists, optionals and maps come back as they were")
    void resultsComeBackAsTheyWere() {
        shop.note(id);
        shop.note(id);
        assertThat(shop.nothing(id)).isNull();
        assertThat(shop.nothing(id)).isNull();
        List<Receipt> list = shop.list(id);
        assertThat(shop.list(id)).isEqualTo(list).first().isInstanceOf(Receipt.class);
        assertThat(shop.optional(id)).isEqualTo(shop.optional(id)).get().isInstanceOf(Receipt.class);
        assertThat(shop.map(id)).isEqualTo(shop.map(id)).containsEntry(id, 1);

        assertThat(effects.count(id)).isEqualTo(5);
    }

    @Test
    @DisplayName("scenario 5: the same key under another operation is independent")
    void operationsAreIndependent() {
        shop.note(id);
        shop.nothing(id);

        assertThat(effects.count(id)).isEqualTo(2);
    }

    @Test
    @DisplayName("scenarios 7, 8: missing and invalid keys are refused before anything happens")
    void badKeysAreRefused() {
        int records = effects.records("shop.note");
        assertThatThrownBy(() -> shop.note(null))
                .isInstanceOf(MissingKeyException.class)
                .hasMessageContaining("shop.note");
        for (String bad : List.of("", " ", "x".repeat(256), "a\nb", "\0")) {
            assertThatThrownBy(() -> shop.note(bad)).isInstanceOf(InvalidKeyException.class);
        }
        assertThatThrownBy(() -> shop.mutate(List.of())).isInstanceOf(InvalidKeyException.class);

        assertThat(effects.records("shop.note")).isEqualTo(records);
    }

    @Test
    void parameters_form_the_key_and_the_body_sees_it() {
        String answer = shop.named(id, 7);

        assertThat(answer).isEqualTo("Shop.named " + id + ":7 1 false");
        assertThat(shop.named(id, 7)).isEqualTo(answer);
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 112: keys that differ in case, accent, trailing space or Unicode form are different")
    void keysAreComparedByteForByte() {
        for (String variant : List.of("é", "É", "e", "e\u0301", "e ", "E")) {
            shop.note(id + variant);
            shop.note(id + variant);
            assertThat(effects.count(id + variant)).as(variant).isGreaterThanOrEqualTo(1);
        }
        assertThat(effects.records("shop.note")).isGreaterThanOrEqualTo(6);
    }

    @Test
    @DisplayName("scenarios 45, 49, 51: a tampered value is refused, an ignored one is not")
    void argumentsAreChecked() {
        Receipt receipt = shop.buy(Order.of(id));

        assertThat(shop.buy(Order.of(id).sentAt("later"))).isEqualTo(receipt);
        assertThat(shop.buy(Order.of(id).amounting("12.5"))).isEqualTo(receipt);
        assertThatThrownBy(() -> shop.buy(Order.of(id).amounting("12.51"))).isInstanceOf(KeyReusedException.class);

        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 50: key and fingerprint are those from before the body changed its argument")
    void mutatedArgumentsDoNotMatter() {
        int size = shop.mutate(new ArrayList<>(List.of(id)));

        assertThat(shop.mutate(new ArrayList<>(List.of(id)))).isEqualTo(size);
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 53: a failed key may be used with other arguments, the old ones then mismatch")
    void failedKeyMayBeUsedWithOtherArguments() throws Exception {
        assertThatThrownBy(() -> shop.fail(id, "runtime")).isInstanceOf(IllegalStateException.class);

        assertThat(shop.fail(id, "fine")).isEqualTo("fine");

        assertThatThrownBy(() -> shop.fail(id, "runtime")).isInstanceOf(KeyReusedException.class);
    }
}
