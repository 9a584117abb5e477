package dev.idem.admin.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedConsoleTest {

    private final Map<String, String> headers = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status;

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"})
    void everyMethodGetsThePageThatSaysThereIsNoConsole(String method) throws IOException {
        call(method);

        assertThat(status).isEqualTo(404);
        assertThat(body.toString(UTF_8))
                .contains(
                        "<html lang=\"en\">",
                        "<title>",
                        "<h1>The operator console is not part of this version yet</h1>")
                .doesNotContain("<script", "style=", "http://", "https://");
    }

    @ParameterizedTest
    @ValueSource(strings = "HEAD")
    void headGetsNoBody(String method) throws IOException {
        call(method);

        assertThat(status).isEqualTo(404);
        assertThat(body.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST"})
    void everyAnswerForbidsScriptsFramesAndCaching(String method) throws IOException {
        call(method);

        assertThat(headers.get("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'none'");
        assertThat(headers)
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Referrer-Policy", "no-referrer")
                .containsEntry("Cache-Control", "no-store");
    }

    private void call(String method) throws IOException {
        HttpServletRequest request = proxy(HttpServletRequest.class, (name, arguments) -> method);
        new ClosedConsole().service(request, proxy(HttpServletResponse.class, this::answered));
    }

    private Object answered(String name, Object[] arguments) {
        switch (name) {
            case "setStatus" -> status = (int) arguments[0];
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            default -> {}
        }
        return output();
    }

    private ServletOutputStream output() {
        return new ServletOutputStream() {
            @Override
            public void write(int octet) {
                body.write(octet);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    private interface Answer {
        Object to(String name, Object[] arguments);
    }
}
