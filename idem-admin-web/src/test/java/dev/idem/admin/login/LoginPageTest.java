package dev.idem.admin.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.web.Rendering;
import org.junit.jupiter.api.Test;

class LoginPageTest {

    @Test
    void pageOffersWhatThereIs() {
        assertThat(page(true, "")).contains("id=\"password\"").doesNotContain("/login/oidc");
        assertThat(page(true, "Acme <b>"))
                .contains("id=\"password\"")
                .contains("/ui/login/oidc?next=/runs")
                .contains("Log in with <bdi>Acme &lt;b&gt;</bdi>");
        assertThat(page(false, "Acme")).contains("/login/oidc").doesNotContain("id=\"password\"");
    }

    private static String page(boolean passwords, String provider) {
        return Rendering.of(
                "login/login.html", "login", new LoginPage("", "/runs", "", false, passwords, provider), "");
    }
}
