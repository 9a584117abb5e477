package dev.idem.admin.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SigningSecretTest {

    @Test
    @DisplayName("a message is signed as other implementations of Standard Webhooks sign it")
    void signatureIsTheStandardOne() {
        SigningSecret secret = new SigningSecret(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330L, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(secret).hasToString("SigningSecret");
    }

    @Test
    void shortAndLongSecretsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SigningSecret(new byte[23]));
        assertThatIllegalArgumentException().isThrownBy(() -> new SigningSecret(new byte[65]));
    }
}
