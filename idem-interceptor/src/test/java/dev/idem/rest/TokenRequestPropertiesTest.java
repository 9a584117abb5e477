package dev.idem.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a client sends to the token endpoint. */
class TokenRequestPropertiesTest {

    @Property
    void anyBodyIsReadOrRefused(@ForAll("hostile") byte[] body) {
        TokenRequest request;
        try {
            request = TokenRequest.of(body);
        } catch (TokenRefusal refused) {
            return;
        }
        assertThat(new String(body, StandardCharsets.UTF_8)).contains("operation", "purpose");
        assertThat(request.operation() + request.purpose()).isNotNull();
    }

    @Example
    void bodyThatIsNestedTooDeepIsRefused() {
        byte[] deep = "{\"a\":".repeat(TokenRequest.LONGEST_BODY / 5).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> TokenRequest.of(deep)).isInstanceOf(TokenRefusal.class);
    }

    @Provide
    Arbitrary<byte[]> hostile() {
        Arbitrary<String> tokens = Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "\"operation\"",
                        "\"purpose\"",
                        "\"o\"",
                        "null",
                        "1e999",
                        "-",
                        "\\")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
        Arbitrary<String> nearly = tokens.map(text -> "{\"operation\":\"o\",\"purpose\":\"p\"" + text + "}");
        Arbitrary<byte[]> anyBytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(100);
        return Arbitraries.oneOf(
                anyBytes, Arbitraries.oneOf(tokens, nearly).map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }
}
