package dev.idem.admin.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    @Test
    void groupsAreFoundWhereProvidersPutThem() {
        Map<String, Object> claims = Map.of(
                "groups", List.of("a", "b"),
                "realm_access", Map.of("roles", List.of("c")),
                "https://example.com/roles", List.of("d"),
                "role", "e",
                "number", 7);

        assertThat(Claims.groups(claims, "groups")).containsExactly("a", "b");
        assertThat(Claims.groups(claims, "realm_access.roles")).containsExactly("c");
        assertThat(Claims.groups(claims, "https://example.com/roles")).containsExactly("d");
        assertThat(Claims.groups(claims, "role")).containsExactly("e");
        for (String none : List.of("number", "none", "groups.a", "realm_access", "realm_access.none", "")) {
            assertThat(Claims.groups(claims, none)).as(none).isEmpty();
        }
    }
}
