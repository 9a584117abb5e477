package dev.idem.model;

import dev.idem.OnDuplicate;
import dev.idem.OnUnknownOutcome;
import dev.idem.engine.Call;
import dev.idem.engine.Digest;
import dev.idem.engine.ExternalEffect;
import dev.idem.engine.Operation;
import dev.idem.engine.Origin;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RefusalCodec;
import dev.idem.engine.ReplayOrder;
import dev.idem.engine.ResultCodec;
import dev.idem.engine.Retention;
import dev.idem.fire.Identity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calls of the model. All come with the same arguments, and fail fast: a wait is a client that sends again. */
final class Calls {

    static final Identity PAY = new Identity("orders.pay", "", "order-1");
    static final Identity OF_ANNA = new Identity("orders.pay", "caller:anna", "order-1");
    static final Identity OF_BERT = new Identity("orders.pay", "caller:bert", "order-1");

    private static final Optional<Digest> ARGUMENTS = Optional.of(Digest.ofTexts("arguments"));

    private Calls() {}

    static RecordKey key(Identity id) {
        return RecordKey.of("app", id.operation(), id.scope(), id.key());
    }

    static Call transactional(Identity id, int maxAttempts) {
        return call(key(id), operation(id, maxAttempts, Optional.empty()));
    }

    /** The key of a call whose digest forgets the scope. */
    static Call withoutScope(Identity id) {
        Digest forgetful = Digest.ofTexts("app", id.operation(), id.key());
        return call(
                new RecordKey("app", id.operation(), id.scope(), id.key(), forgetful),
                operation(id, 0, Optional.empty()));
    }

    static Call external(Identity id, OnUnknownOutcome onUnknown) {
        ExternalEffect external = new ExternalEffect(
                Duration.ofMinutes(1),
                onUnknown,
                List.of(Stage.NotSent.class),
                new ExternalEffect.Returns(false, false));
        return call(key(id), operation(id, 0, Optional.of(external)));
    }

    static Call ordered(Call call, int epoch) {
        return new Call(
                call.operation(),
                call.key(),
                call.fingerprint(),
                call.arguments(),
                call.results(),
                call.origin(),
                Optional.of(new ReplayOrder(1, call.key(), epoch, false)));
    }

    private static Operation operation(Identity id, int maxAttempts, Optional<ExternalEffect> external) {
        return new Operation(
                id.operation(),
                Duration.ZERO,
                Retention.parse("P7D"),
                OnDuplicate.RETURN_STORED,
                maxAttempts,
                List.of(),
                false,
                new Declines(),
                external,
                Duration.ZERO);
    }

    private static Call call(RecordKey key, Operation operation) {
        return new Call(operation, key, ARGUMENTS, Optional.of("[]"), new Texts(), new Model());
    }

    /** A body says no, for good. */
    static final class Declined extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;
    }

    private static final class Declines implements RefusalCodec {

        @Override
        public boolean declares(Throwable failure) {
            return failure instanceof Declined;
        }

        @Override
        public String encode(Throwable refusal) {
            return "declined";
        }

        @Override
        public Throwable decode(String text) {
            return new Declined();
        }
    }

    private static final class Texts implements ResultCodec {

        @Override
        public Encoded encode(Object result) {
            return new Encoded((String) result, result);
        }

        @Override
        public @Nullable Object decode(String text) {
            return text;
        }
    }

    private static final class Model implements Origin {

        @Override
        public Source source() {
            return Source.INTERNAL;
        }

        @Override
        public Optional<String> deliveryId() {
            return Optional.empty();
        }

        @Override
        public Optional<String> caller() {
            return Optional.empty();
        }

        @Override
        public Optional<String> traceId() {
            return Optional.empty();
        }

        @Override
        public Optional<String> arguments() {
            return Optional.empty();
        }
    }
}
