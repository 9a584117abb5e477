package dev.idem.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.idem.KeyReusedException;
import dev.idem.codec.JsonbCodec;
import dev.idem.engine.RefusalCodec;
import jakarta.persistence.NoResultException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeclaredRefusalsTest {

    @Test
    @DisplayName("scenario 37: message and properties come back, typed")
    void messageAndPropertiesComeBack() {
        OutOfStock no = new OutOfStock("tea", 2, List.of(new Offer("milk", new BigDecimal("1.50"))));

        OutOfStock again = again(no, OutOfStock.class);

        assertThat(again).isNotSameAs(no).hasMessage("only 2 of tea");
        assertThat(again.sku()).isEqualTo("tea");
        assertThat(again.getLeft()).isEqualTo(2);
        assertThat(again.offers).containsExactly(new Offer("milk", new BigDecimal("1.50")));
    }

    @Test
    void textIsForPeopleToo() {
        assertThat(refusals(OutOfStock.class).encode(new OutOfStock("tea", 2, List.of())))
                .isEqualTo("{\"type\":\"" + OutOfStock.class.getName()
                        + "\",\"message\":\"only 2 of tea\",\"details\":{\"left\":2,\"offers\":[],\"sku\":\"tea\"}}");
    }

    @Test
    void propertiesAndMessageMayBeApart() {
        Rejected again = again(new Rejected("say \"no\"\n", 17, 1.0E10), Rejected.class);

        assertThat(again).hasMessage("say \"no\"\n").hasNoCause();
        assertThat(again.isCode()).isEqualTo(17);
        assertThat(again.limit()).isEqualTo(1.0E10);
    }

    @Test
    @DisplayName("scenario 3: absent messages and properties come back as absent")
    void absentComesBackAsAbsent() {
        assertThat(again(new IllegalArgumentException(), IllegalArgumentException.class))
                .hasMessage(null);
        assertThat(again(new OutOfStock(null, 0, null), OutOfStock.class).sku()).isNull();
    }

    @Test
    void exceptionsWithoutParameterNamesCarryTheirMessage() {
        assertThat(again(new IllegalStateException("no", new RuntimeException("why")), IllegalStateException.class))
                .hasMessage("no")
                .hasNoCause();
        assertThat(again(new NoResultException("none"), NoResultException.class))
                .hasMessage("none");
        assertThat(again(new AssertionError("broken"), AssertionError.class)).hasMessage("broken");
        assertThat(again(new Bare(), Bare.class)).hasMessage("always the same");
    }

    @Test
    @DisplayName("scenario 39: a subclass comes back as the nearest declared type")
    void subclassComesBackAsNearestDeclaredType() {
        RefusalCodec codec = refusals(RuntimeException.class, Rejected.class, Bare.class);

        assertThat(codec.decode(codec.encode(new Special("special", 3, 0.5))))
                .isExactlyInstanceOf(Rejected.class)
                .hasMessage("special")
                .extracting("code")
                .isEqualTo(3);
        assertThat(codec.decode(codec.encode(new Bare() {
                    @Override
                    public String getMessage() {
                        return "its own";
                    }
                })))
                .isExactlyInstanceOf(Bare.class)
                .hasMessage("always the same");
    }

    @Test
    @DisplayName("scenario 39: a type that is not declared is never made from its stored name")
    void undeclaredTypeIsNotRebuilt() {
        String text = refusals(IllegalStateException.class).encode(new IllegalStateException("no"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> refusals(IllegalArgumentException.class).decode(text))
                .withMessageContaining("java.lang.IllegalStateException is not in storeOn");
        assertThat(refusals(IllegalArgumentException.class).declares(new IllegalStateException()))
                .isFalse();
    }

    @Test
    void textThatFitsNoConstructorIsRefused() {
        RefusalCodec codec = refusals(OutOfStock.class);
        String type = "{\"type\":\"" + OutOfStock.class.getName() + "\"";

        for (String wrong : List.of(
                "",
                "[]",
                "{}",
                type + "}",
                type + ",\"message\":1}",
                type + ",\"message\":\"only 2 of tea\",\"details\":{\"sku\":\"tea\",\"left\":\"many\",\"offers\":[]}}",
                type + ",\"message\":\"only 3 of tea\",\"details\":{\"sku\":\"tea\",\"left\":2,\"offers\":[]}}")) {
            assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> codec.decode(wrong));
        }
    }

    @Test
    void refusalThatWouldComeBackAsAnotherIsNotWritten() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refusals(Prefixed.class).encode(new Prefixed("late")))
                .withMessageContaining("no constructor of " + Prefixed.class.getName())
                .withMessageContaining("by name");
    }

    @Test
    @DisplayName("scenario 37: what cannot be made again is told at deployment")
    void problemsAreTold() {
        assertThat(problem(KeyReusedException.class)).hasValue("is an answer of Idem's own");
        assertThat(problem(Abstract.class)).hasValue("is abstract, and could not be thrown again");
        assertThat(problem(Hidden.class)).hasValue("has no constructor by which it could be made again");
        assertThat(problem(UncheckedIOException.class)).isPresent();
        assertThat(problem(Streaming.class)).isPresent();
        assertThat(DeclaredRefusals.problem(Streaming.class, CarriedValues.carriable(false)))
                .as("with a codec of the application's own")
                .isEmpty();
        for (Class<? extends Throwable> fine :
                List.of(OutOfStock.class, Rejected.class, Bare.class, RuntimeException.class, AssertionError.class)) {
            assertThat(problem(fine)).as("%s", fine).isEmpty();
        }
    }

    private static Optional<String> problem(Class<? extends Throwable> type) {
        return DeclaredRefusals.problem(type, CarriedValues.carriable(true));
    }

    private static <T extends Throwable> T again(T refusal, Class<T> type) {
        RefusalCodec codec = refusals(type);
        return type.cast(codec.decode(codec.encode(refusal)));
    }

    @SafeVarargs
    private static RefusalCodec refusals(Class<? extends Throwable>... types) {
        return DeclaredRefusals.of(
                Arrays.asList(types),
                new CarriedValues(new JsonbCodec(), Optional.empty(), CarriedValues.carriable(true)));
    }

    /** What may be bought instead. */
    public record Offer(String sku, BigDecimal price) {}

    /** Read by an accessor, a getter and a field; makes its message itself. */
    public static class OutOfStock extends RuntimeException {

        public final transient @Nullable List<Offer> offers;
        private final @Nullable String sku;
        private final int left;

        public OutOfStock(@Nullable String sku, int left, @Nullable List<Offer> offers) {
            super("only " + left + " of " + sku);
            this.sku = sku;
            this.left = left;
            this.offers = offers;
        }

        public @Nullable String sku() {
            return sku;
        }

        public int getLeft() {
            return left;
        }
    }

    /** Given its message; another constructor knows less. */
    public static class Rejected extends Exception {

        private final int code;
        private final double limit;

        public Rejected(String message) {
            this(message, 0, 0);
        }

        public Rejected(String message, int code, double limit) {
            super(message);
            this.code = code;
            this.limit = limit;
        }

        public int isCode() {
            return code;
        }

        public Double limit() {
            return limit;
        }
    }

    private static final class Special extends Rejected {
        Special(String message, int code, double limit) {
            super(message, code, limit);
        }
    }

    /** Says always the same. */
    static class Bare extends RuntimeException {
        Bare() {
            super("always the same");
        }
    }

    /** Makes another message of the one it is given. */
    private static final class Prefixed extends RuntimeException {
        Prefixed(String reason) {
            super("refused: " + reason);
        }
    }

    private abstract static class Abstract extends RuntimeException {
        Abstract(String message) {
            super(message);
        }
    }

    private static final class Hidden extends RuntimeException {
        private Hidden(String message) {
            super(message);
        }
    }

    private static final class Streaming extends RuntimeException {

        public final transient InputStream content;

        Streaming(InputStream content) {
            this.content = content;
        }
    }
}
