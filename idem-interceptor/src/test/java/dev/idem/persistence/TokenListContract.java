package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.idem.engine.TokenStore.NewToken;
import dev.idem.inspect.Cursor;
import dev.idem.inspect.Page;
import dev.idem.inspect.RecordId;
import dev.idem.inspect.TokenGroup;
import dev.idem.inspect.TokenLine;
import dev.idem.inspect.TokenState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.idem.inspect.TokenInspection}: what operators see of one-time tokens, on a real database. */
abstract class TokenListContract extends TokenOperatorFixture {

    @Test
    @DisplayName("a token is listed with its state and times, and without what makes it one")
    void tokenIsListed() {
        NewToken good = issued("alice", "checkout", HOUR);
        NewToken used = issued("alice", "checkout", HOUR);
        use(used);
        unit().commitTokens(store -> {
            store.countLate(Map.of(used.hash(), 3));
            return used;
        });
        NewToken expired = issued("alice", "checkout", MOMENT);
        NewToken revoked = issued("alice", "checkout", HOUR);
        tokenActions().revoke(ADMIN, revoked.publicId(), intent());

        Map<String, TokenLine> lines = tokens().tokens(mine(), Optional.empty(), 10).lines().stream()
                .collect(Collectors.toMap(TokenLine::publicId, line -> line));

        assertThat(lines)
                .hasSize(4)
                .hasEntrySatisfying(good.publicId(), line -> {
                    assertThat(line.state()).isEqualTo(TokenState.GOOD);
                    assertThat(line.operation()).isEqualTo("orders.submit");
                    assertThat(line.group()).isEqualTo(new TokenGroup(application, "alice", "checkout"));
                    assertThat(line.issuedBy()).isEqualTo("shop");
                    assertThat(line.issuedAt()).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES));
                    assertThat(line.expiresAt())
                            .isCloseTo(line.issuedAt().plus(HOUR.rest()), within(1, ChronoUnit.SECONDS));
                    assertThat(line.usedAt()).isEmpty();
                    assertThat(line.revokedAt()).isEmpty();
                    assertThat(line.record())
                            .isEqualTo(new RecordId(good.key().hash().hex()));
                })
                .hasEntrySatisfying(used.publicId(), line -> {
                    assertThat(line.state()).isEqualTo(TokenState.USED);
                    assertThat(line.usedAt()).isPresent();
                    assertThat(line.usedBy()).contains("alice");
                    assertThat(line.lateAttempts()).isEqualTo(3);
                })
                .hasEntrySatisfying(
                        expired.publicId(), line -> assertThat(line.state()).isEqualTo(TokenState.EXPIRED))
                .hasEntrySatisfying(revoked.publicId(), line -> {
                    assertThat(line.state()).isEqualTo(TokenState.REVOKED);
                    assertThat(line.revokedAt()).isPresent();
                    assertThat(line.revokedBy()).contains("ada");
                });
        assertThat(lines.toString())
                .doesNotContain(good.hash().hex())
                .doesNotContain(used.hash().hex());
        assertThat(tokens().token(used.publicId())).contains(lines.get(used.publicId()));
    }

    @Test
    void everyPartOfTheFilterNarrows() {
        NewToken mine = issued("alice", "checkout", HOUR);
        issued("bob", "checkout", HOUR);
        issued("alice", "transfer", HOUR);
        NewToken nobodys = issued("", "checkout", HOUR);

        assertThat(ids(filter("alice", "checkout"))).containsExactly(mine.publicId());
        assertThat(ids(filter("", "checkout"))).containsExactly(nobodys.publicId());
        assertThat(ids(mine())).hasSize(4);
        assertThat(ids(mine().in(TokenState.GOOD))).hasSize(4);
        assertThat(ids(mine().in(TokenState.USED, TokenState.REVOKED, TokenState.EXPIRED)))
                .isEmpty();
        assertThat(tokens().count(filter("alice", "checkout")).number()).isEqualTo(1);
        use(mine);
        assertThat(ids(mine().in(TokenState.USED, TokenState.EXPIRED))).containsExactly(mine.publicId());
        assertThat(tokens().count(mine().in(TokenState.GOOD)).number()).isEqualTo(3);
        Instant issued = tokens().token(mine.publicId()).orElseThrow().issuedAt();
        assertThat(ids(between(issued, issued.plusMillis(1)))).contains(mine.publicId());
        assertThat(ids(between(issued.minusSeconds(1), issued))).doesNotContain(mine.publicId());
        assertThat(tokens().token("none")).isEmpty();
        assertThat(tokens().token("no\0ne")).isEmpty();
        assertThatThrownBy(() -> filter("\0", "checkout")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("going older repeats and skips no token, whatever is issued meanwhile")
    void pagesAreStable() {
        Set<String> all = Set.of(
                issued("alice", "checkout", HOUR).publicId(),
                issued("alice", "checkout", HOUR).publicId(),
                issued("alice", "checkout", HOUR).publicId(),
                issued("alice", "checkout", HOUR).publicId(),
                issued("alice", "checkout", HOUR).publicId());
        sameTime();
        List<String> seen = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            Page<TokenLine> page = tokens().tokens(mine(), after, 2);
            page.lines().forEach(line -> seen.add(line.publicId()));
            issued("alice", "checkout", HOUR);
            after = page.next();
        } while (after.isPresent());

        assertThat(seen).hasSize(5).containsExactlyInAnyOrderElementsOf(all);
    }
}
