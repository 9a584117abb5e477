package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarriableTypesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "number",
                "string",
                "object",
                "instant",
                "decimal",
                "path",
                "colour",
                "array",
                "dto",
                "subclass",
                "dtos",
                "wild",
                "optional",
                "map",
                "recursive",
                "shape",
                "created",
                "box",
                "json"
            })
    void typesThatMayBeCarriedPass(String method) {
        assertThat(CarriableTypes.problem(type(method))).isEmpty();
        assertThat(CarriableTypes.resultProblem(type(method))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hidden",
                "hiddens",
                "hiddenArray",
                "holder",
                "stage",
                "stream",
                "input",
                "failure",
                "output",
                "response",
                "fluent",
                "hiddenClass"
            })
    void typesThatCannotBeWrittenAreNamed(String method) {
        assertThat(CarriableTypes.problem(type(method)))
                .hasValueSatisfying(reason -> assertThat(reason).isNotBlank());
        assertThat(CarriableTypes.resultProblem(type(method))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"variable", "page", "face", "faces", "withoutDefault", "each", "inner"})
    void typesThatCannotBeRebuiltAreNoResults(String method) {
        assertThat(CarriableTypes.problem(type(method))).isEmpty();
        assertThat(CarriableTypes.resultProblem(type(method))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"response"})
    void responsesAreStoredAsResponses(String method) {
        assertThat(CarriableTypes.storedAsResponse(type(method))).isTrue();
        assertThat(CarriableTypes.storedAsResponse(String.class)).isFalse();
        assertThat(CarriableTypes.storedAsResponse(type("dtos"))).isFalse();
    }

    private static Type type(String method) {
        return Arrays.stream(Operations.class.getDeclaredMethods())
                .filter(each -> each.getName().equals(method))
                .findFirst()
                .orElseThrow()
                .getGenericReturnType();
    }

    interface Operations {
        void nothing();

        int number();

        String string();

        Object object();

        Instant instant();

        BigDecimal decimal();

        Path path();

        Colour colour();

        Dto[] array();

        Dto dto();

        Sub subclass();

        List<Dto> dtos();

        List<? extends Dto> wild();

        Optional<Dto> optional();

        Map<String, List<Dto>> map();

        Recursive recursive();

        Shape shape();

        Created created();

        Box<Dto> box();

        JsonValue json();

        Hidden hidden();

        List<Hidden> hiddens();

        Hidden[] hiddenArray();

        Holder holder();

        CompletionStage<String> stage();

        Stream<String> stream();

        InputStream input();

        IllegalStateException failure();

        StreamingOutput output();

        Response response();

        Fluent fluent();

        HiddenClass hiddenClass();

        <T> T variable(T value);

        Page<Dto> page();

        Face face();

        List<Face> faces();

        WithoutDefault withoutDefault();

        Iterable<String> each();

        Inner inner();
    }

    enum Colour {
        RED
    }

    /** A result. */
    public record Dto(String id) {}

    /** A result. */
    public record Recursive(String id, List<Recursive> children) {}

    record Hidden(String id) {}

    /** A result. */
    public record Holder(String id, Optional<Hidden> hidden) {}

    /** A result. */
    public record Page<T>(List<T> items) {}

    /** A result. */
    public static class Box<T> {
        public List<T> values = List.of();
    }

    /** A result. */
    public static class Base {
        private final String id = "";

        public String getId() {
            return id;
        }
    }

    /** A result. */
    public static class Sub extends Base {}

    /** A result. */
    @JsonbTypeInfo(@JsonbSubtype(alias = "square", type = Square.class))
    public sealed interface Shape {}

    /** A result. */
    public record Square(int side) implements Shape {}

    /** A result. */
    public interface Face {
        String getId();
    }

    /** A result. */
    public static class Created {
        public final String id;

        @JsonbCreator
        Created(String id) {
            this.id = id;
        }
    }

    /** A result. */
    public static class WithoutDefault {
        public final String id;

        WithoutDefault(String id) {
            this.id = id;
        }
    }

    /** A result. */
    public static class Fluent {
        private String id = "";

        public String id() {
            return id;
        }
    }

    static class HiddenClass {
        public String id = "";
    }

    /** A result. */
    public class Inner {
        public final String id = CarriableTypesTest.this.toString();
    }
}
