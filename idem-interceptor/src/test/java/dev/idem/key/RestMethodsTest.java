package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestMethodsTest {

    @ParameterizedTest
    @CsvSource({
        "post, true",
        "purge, true",
        "inherited, true",
        "declared, true",
        "locator, false",
        "plain, false",
        "overload, false"
    })
    void resourceMethodsAnswerHttp(String name, boolean resource) {
        assertThat(Arrays.stream(Resource.class.getDeclaredMethods())
                        .filter(method -> method.getName().equals(name))
                        .findFirst())
                .hasValueSatisfying(method ->
                        assertThat(RestMethods.isResourceMethod(method)).isEqualTo(resource));
    }

    @HttpMethod("PURGE")
    @Retention(RetentionPolicy.RUNTIME)
    @interface PURGE {}

    interface Api {
        @POST
        void declared(String body);

        @POST
        void overload(String body);
    }

    static class Parent {
        @DELETE
        public void inherited() {}
    }

    abstract static class Resource extends Parent implements Api {
        @POST
        public void post() {}

        @PURGE
        public void purge() {}

        @Override
        public void inherited() {}

        @Override
        public void declared(String body) {}

        @Path("sub")
        public Object locator() {
            return this;
        }

        public void plain() {}

        public void overload(int body) {}
    }
}
