package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.idem.Scope;
import dev.idem.engine.Caller;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {

    private static final Caller INTERNAL = new Caller.Internal();
    private static final Caller ANONYMOUS = new Caller.Anonymous();
    private static final Caller ANN = new Caller.Authenticated("ann");

    @Test
    @DisplayName("scenario 123: under AUTO callers are apart, under GLOBAL they are not")
    void autoIsTheCaller() {
        assertThat(text(Scope.AUTO, ANN)).hasValue("caller:ann");
        assertThat(text(Scope.AUTO, new Caller.Authenticated("bob"))).hasValue("caller:bob");
        assertThat(text(Scope.GLOBAL, ANN)).hasValue("");
    }

    @Test
    void autoIsGlobalForInternalCalls() {
        assertThat(text(Scope.AUTO, INTERNAL)).hasValue("");
        assertThat(text(Scope.GLOBAL, INTERNAL)).hasValue("");
    }

    @Test
    @DisplayName("scenario 91: an anonymous caller cannot forge the scope of another")
    void anonymousScopeIsNobodysName() {
        assertThat(text(Scope.AUTO, ANONYMOUS)).hasValue("anonymous");
        assertThat(text(Scope.AUTO, new Caller.Authenticated("anonymous"))).hasValue("caller:anonymous");
    }

    @Test
    void callerScopeNeedsACaller() {
        assertThat(text(Scope.CALLER, ANN)).hasValue("caller:ann");
        assertThat(text(Scope.CALLER, ANONYMOUS)).isEmpty();
        assertThat(text(Scope.CALLER, INTERNAL)).isEmpty();
    }

    @Test
    void longNamesStayUnique() {
        String longest = "n".repeat(248);

        assertThat(scope(longest)).isEqualTo("caller:" + longest);
        assertThat(scope(longest + "a")).matches("caller#sha256:[0-9a-f]{64}").isNotEqualTo(scope(longest + "b"));
        assertThat(scope("a\u0000b")).matches("caller#sha256:[0-9a-f]{64}");
        assertThatIllegalArgumentException().isThrownBy(() -> scope("\ud800"));
    }

    @Test
    @DisplayName("scenario 91: what is one key in two tenants is two")
    void tenantsAreApart() {
        Optional<String> acme = Optional.of("acme");

        assertThat(Scopes.text(Scope.GLOBAL, ANN, acme)).hasValue("tenant:acme/");
        assertThat(Scopes.text(Scope.AUTO, ANN, acme)).hasValue("tenant:acme/caller:ann");
        assertThat(Scopes.text(Scope.AUTO, ANONYMOUS, acme)).hasValue("tenant:acme/anonymous");
        assertThat(Scopes.text(Scope.CALLER, INTERNAL, acme)).isEmpty();
        assertThat(Scopes.text(Scope.AUTO, new Caller.Authenticated("n".repeat(248)), acme))
                .hasValueSatisfying(text -> assertThat(text).startsWith("tenant:acme/caller#sha256:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a b", "\u00e4", "caller:ann"})
    void tenantIsAPlainWord(String tenant) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scopes.text(Scope.GLOBAL, ANN, Optional.of(tenant)))
                .withMessageContaining("ScopeSource");
    }

    @Test
    void strangersMustSendTheSameArguments() {
        assertThat(Scopes.argumentsMustMatch(Scope.AUTO, ANONYMOUS)).isTrue();
        assertThat(Scopes.argumentsMustMatch(Scope.AUTO, ANN)).isFalse();
        assertThat(Scopes.argumentsMustMatch(Scope.GLOBAL, ANONYMOUS)).isFalse();
    }

    private static String scope(String name) {
        return text(Scope.AUTO, new Caller.Authenticated(name)).orElseThrow();
    }

    private static Optional<String> text(Scope scope, Caller caller) {
        return Scopes.text(scope, caller, Optional.empty());
    }
}
