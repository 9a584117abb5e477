package dev.idem.admin.login;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import dev.idem.admin.web.OidcSettings;
import dev.idem.inspect.ProvenIdentity;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an ID token says, in the console's words. */
final class Claims {

    private Claims() {}

    /** Who it is; without the claim that is to be the name, the name is blank. */
    static ProvenIdentity identity(OidcSettings settings, IDTokenClaimsSet claims) {
        return new ProvenIdentity(
                claims.getIssuer().getValue(),
                claims.getSubject().getValue(),
                text(claims.getClaim(settings.nameClaim())),
                settings.roles(groups(claims.toJSONObject(), settings.rolesClaim())));
    }

    private static String text(@Nullable Object claim) {
        return claim instanceof String text ? text : "";
    }

    /** What a claim such as {@code realm_access.roles} lists; its name may have dots itself. */
    static List<String> groups(@Nullable Object claims, String path) {
        if (!(claims instanceof Map<?, ?> members)) {
            return List.of();
        }
        if (members.containsKey(path)) {
            return list(members.get(path));
        }
        int dot = path.indexOf('.');
        return dot < 0 ? List.of() : groups(members.get(path.substring(0, dot)), path.substring(dot + 1));
    }

    private static List<String> list(@Nullable Object claim) {
        if (claim instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return claim instanceof String one ? List.of(one) : List.of();
    }
}
