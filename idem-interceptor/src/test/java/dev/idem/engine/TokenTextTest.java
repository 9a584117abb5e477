package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTextTest {

    private static final byte[] BYTES = {-1, -2, -3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

    @Test
    void tokenIsTwentyTwoCharactersThatFitIntoAddresses() {
        TokenText token = TokenText.of(BYTES);

        assertThat(token.text()).isEqualTo("__79BAUGBwgJCgsMDQ4PEA");
        assertThat(TokenText.parse(token.text()).orElseThrow().digest()).isEqualTo(token.digest());
    }

    @Test
    void textIsNotPrinted() {
        assertThat(TokenText.of(BYTES).toString())
                .doesNotContain(TokenText.of(BYTES).text());
        assertThat(TokenText.of(BYTES).digest().hex())
                .doesNotContain(TokenText.of(BYTES).text());
    }

    @Test
    void tokenHas128Bits() {
        assertThatIllegalArgumentException().isThrownBy(() -> TokenText.of(new byte[15]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "__79BAUGBwgJCgsMDQ4PE",
                "__79BAUGBwgJCgsMDQ4PEAA",
                "__79BAUGBwgJCgsMDQ4PE=",
                "  79BAUGBwgJCgsMDQ4PEA"
            })
    void otherTextIsNoToken(String text) {
        assertThat(TokenText.parse(text)).isEmpty();
    }
}
