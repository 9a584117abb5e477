package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.idem.Scope;
import dev.idem.engine.Caller;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScopesTest {

    private static final Caller INTERNAL = new Caller.Internal();
    private static final Caller ANONYMOUS = new Caller.Anonymous();
    private static final Caller ANN = new Caller.Authenticated("ann");

    @Test
    @DisplayName("scenario 123: under AUTO callers are apart, under GLOBAL they are not")
    void autoIsTheCaller() {
        assertThat(Scopes.text(Scope.AUTO, ANN)).hasValue("caller:ann");
        assertThat(Scopes.text(Scope.AUTO, new Caller.Authenticated("bob"))).hasValue("caller:bob");
        assertThat(Scopes.text(Scope.GLOBAL, ANN)).hasValue("");
    }

    @Test
    void autoIsGlobalForInternalCalls() {
        assertThat(Scopes.text(Scope.AUTO, INTERNAL)).hasValue("");
        assertThat(Scopes.text(Scope.GLOBAL, INTERNAL)).hasValue("");
    }

    @Test
    @DisplayName("scenario 91: an anonymous caller cannot forge the scope of another")
    void anonymousScopeIsNobodysName() {
        assertThat(Scopes.text(Scope.AUTO, ANONYMOUS)).hasValue("anonymous");
        assertThat(Scopes.text(Scope.AUTO, new Caller.Authenticated("anonymous")))
                .hasValue("caller:anonymous");
    }

    @Test
    void callerScopeNeedsACaller() {
        assertThat(Scopes.text(Scope.CALLER, ANN)).hasValue("caller:ann");
        assertThat(Scopes.text(Scope.CALLER, ANONYMOUS)).isEmpty();
        assertThat(Scopes.text(Scope.CALLER, INTERNAL)).isEmpty();
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
    void strangersMustSendTheSameArguments() {
        assertThat(Scopes.argumentsMustMatch(Scope.AUTO, ANONYMOUS)).isTrue();
        assertThat(Scopes.argumentsMustMatch(Scope.AUTO, ANN)).isFalse();
        assertThat(Scopes.argumentsMustMatch(Scope.GLOBAL, ANONYMOUS)).isFalse();
    }

    private static String scope(String name) {
        return Scopes.text(Scope.AUTO, new Caller.Authenticated(name)).orElseThrow();
    }
}
