package dev.idem.persistence;

import static dev.idem.engine.RecordStore.NO_WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.cipher.TestPayloads;
import dev.idem.engine.Claim;
import dev.idem.engine.Claimant;
import dev.idem.engine.Conflict;
import dev.idem.engine.Digest;
import dev.idem.engine.Origin;
import dev.idem.engine.ParkedRecord;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RequestWork;
import dev.idem.engine.StoredRecord;
import dev.idem.inspect.KeyDetail;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is stored of payloads that are encrypted, and what is shown of them. */
abstract class PayloadContract extends OperatorFixture {

    private static final String CARD = "4111111111111111";
    private static final String PAID = "[{\"id\":1,\"card\":\"" + CARD + "\"}]";
    private static final String MASKED = "[{\"id\":1,\"card\":\"(masked)\"}]";
    private static final String UNREADABLE = "key k1 is not configured";

    @BeforeEach
    void encrypt() {
        unit().storing(TestPayloads.keyed("k1"));
    }

    @AfterEach
    void encryptNoMore() {
        unit().storing(TestPayloads.plain());
    }

    @Test
    @DisplayName("scenario 94: stored arguments hold no secret, the worker has them whole, operators see a mask")
    void argumentsAreEncryptedAndMasked() {
        RecordKey key = poison(PAID);

        assertThat(stored(key, "arguments")).startsWith("idem:1:k1:").doesNotContain(CARD);
        assertThat(parked(key).arguments()).contains(PAID);
        assertThat(detail(key).arguments()).contains(MASKED);
        assertThat(detail(key).unreadable()).isEmpty();
    }

    @Test
    @DisplayName("scenario 94: what was stored in plain is masked too, and read beside what is encrypted")
    void plainArgumentsAreMasked() {
        unit().storing(TestPayloads.plain());
        RecordKey key = poison(PAID);
        unit().storing(TestPayloads.keyed("k1"));

        assertThat(stored(key, "arguments")).isEqualTo(PAID);
        assertThat(parked(key).arguments()).contains(PAID);
        assertThat(detail(key).arguments()).contains(MASKED);
    }

    @Test
    @DisplayName("scenario 33: without its key a payload is named as unreadable, and stays as it is")
    void missingKeyIsSaid() {
        RecordKey key = poison(PAID);
        String before = stored(key, "arguments");
        unit().storing(TestPayloads.keyed("k2"));

        KeyDetail shown = detail(key);

        assertThat(shown.arguments()).isEmpty();
        assertThat(shown.unreadable()).containsExactly("the arguments cannot be read: " + UNREADABLE);
        assertThat(parked(key).arguments()).isEmpty();
        assertThat(parked(key).unreadable()).contains(UNREADABLE);
        assertThat(stored(key, "arguments")).isEqualTo(before);
        unit().storing(TestPayloads.keyed("k2", "k1"));
        assertThat(parked(key).arguments()).contains(PAID);
    }

    @Test
    void argumentsOfAnotherRecordAreNotRead() {
        RecordKey one = poison(PAID);
        RecordKey other = poison(PAID);
        try (TestUnit.Running running = unit().begin()) {
            running.update(
                    "update idem_record set arguments = ? where key_hash = ?",
                    stored(one, "arguments"),
                    other.hash().bytes());
            running.commit();
        }

        assertThat(parked(other).arguments()).isEmpty();
        assertThat(parked(other).unreadable().orElseThrow()).contains("changed or moved");
    }

    @Test
    @DisplayName("scenarios 33, 94: a stored result holds no secret; duplicates find it whole, or why they cannot")
    void resultIsEncrypted() {
        RecordKey key = completed("\"paid by " + CARD + "\"");

        assertThat(stored(key, "result")).startsWith("idem:1:k1:").doesNotContain(CARD);
        assertThat(found(key).result()).contains("\"paid by " + CARD + "\"");
        assertThat(claimed(key)).isInstanceOfSatisfying(Claim.Found.class, duplicate -> assertThat(
                        duplicate.stored().result())
                .contains("\"paid by " + CARD + "\""));

        unit().storing(TestPayloads.keyed("k2"));
        assertThat(found(key).result()).isEmpty();
        assertThat(found(key).unreadable()).contains(UNREADABLE);
        assertThat(claimed(key)).isInstanceOfSatisfying(Claim.Found.class, duplicate -> assertThat(
                        duplicate.stored().unreadable())
                .contains(UNREADABLE));
    }

    @Test
    void resultIsShownWithoutItsVersion() {
        assertThat(detail(completed("v3:\"paid\"")).result()).contains("\"paid\"");
    }

    @Test
    @DisplayName("scenario 94: what an operator wrote is encrypted, and masked in page and audit trail")
    void editIsEncryptedAndMasked() {
        RecordKey key = poison(PAID);
        String edited = "[{\"id\":2,\"card\":\"5500\"}]";

        actions().replayEdited(EDITOR, decide(key, 1), edited);

        assertThat(text("select edited_arguments from idem_request where key_hash = ?", key))
                .startsWith("idem:1:k1:");
        assertThat(detail(key).editedArguments()).contains("[{\"id\":2,\"card\":\"(masked, edited)\"}]");
        assertThat(text("select concat(before_text, after_text) from idem_audit where key_hash = ?", key))
                .contains(MASKED, "(masked, edited)")
                .doesNotContain(CARD, "5500");
        assertThat(claim("node-1", LEASE).flatMap(RequestWork::editedArguments)).contains(edited);
    }

    @Test
    void confirmedResultIsEncryptedAndReadByTheWorker() {
        RecordKey key = poison(PAID);

        actions().confirmDone(EDITOR, decide(key, 1), "\"paid by " + CARD + "\"");

        assertThat(text("select confirmed_result from idem_request where key_hash = ?", key))
                .doesNotContain(CARD);
        RequestWork work = claim("node-1", LEASE).orElseThrow();
        assertThat(work.confirmedResult()).contains("\"paid by " + CARD + "\"");
        assertThat(did(queue -> queue.confirm(work, work.confirmedResult(), WEEK)))
                .isTrue();
        assertThat(stored(key, "result")).doesNotContain(CARD);
        assertThat(found(key).result()).contains("\"paid by " + CARD + "\"");
    }

    @Test
    void requestThatCannotBeReadSaysWhy() {
        actions().replayEdited(EDITOR, decide(poison(PAID), 1), PAID);
        unit().storing(TestPayloads.keyed("k2"));

        RequestWork work = claim("node-1", LEASE).orElseThrow();

        assertThat(work.editedArguments()).isEmpty();
        assertThat(work.unreadable()).contains(UNREADABLE);
    }

    @Test
    void conflictIsEncrypted() {
        RecordKey key = newKey();
        unit().commit(store -> {
            store.keepConflict(new Conflict(
                    key,
                    Digest.ofTexts("first"),
                    Digest.ofTexts("second"),
                    Optional.of(PAID),
                    Origin.Source.MESSAGE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    WEEK));
            return key;
        });

        assertThat(text("select arguments from idem_conflict where key_hash = ?", key))
                .startsWith("idem:1:k1:")
                .doesNotContain(CARD);
    }

    @Test
    @DisplayName("scenario 94: of an operation that is not in the catalogue nothing is shown")
    void unknownOperationIsMaskedWhole() {
        RecordKey key = poison(PAID);
        try (TestUnit.Running running = unit().begin()) {
            running.update("delete from idem_operation where application = ?", application);
            running.commit();
        }

        assertThat(detail(key).arguments()).contains("\"(masked)\"");
        assertThat(parked(key).arguments()).contains(PAID);
    }

    private RecordKey completed(String result) {
        RecordKey key = newKey();
        Claimant claimant = claimant(key);
        unit().commit(store -> {
            store.claim(claimant, NO_WAIT);
            store.storeResult(key.hash(), claimant.attempt(), result);
            return key;
        });
        return key;
    }

    private static Claimant claimant(RecordKey key) {
        return new Claimant(key, UUID.randomUUID(), Optional.of(Digest.ofTexts("arguments")), WEEK);
    }

    private Claim claimed(RecordKey key) {
        return unit().commit(store -> store.claim(claimant(key), NO_WAIT));
    }

    private StoredRecord found(RecordKey key) {
        return unit().commit(store -> store.find(key.hash())).orElseThrow();
    }

    private ParkedRecord parked(RecordKey key) {
        return read(queue -> queue.record(key.hash())).orElseThrow();
    }
}
