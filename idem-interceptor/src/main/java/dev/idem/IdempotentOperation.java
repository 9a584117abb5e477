package dev.idem;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method idempotent: a call with the same key has its effect once, however often it is repeated.
 *
 * <pre>{@code
 * @IdempotentOperation(name = "payments.settle", key = "callback.serialNo()", scope = Scope.GLOBAL)
 * public Receipt settle(Callback callback) { ... }
 * }</pre>
 *
 * <p>What happens:
 *
 * <ol>
 *   <li><b>First call.</b> A transaction is begun (or the running one joined), the record is inserted, the body runs,
 *       its result is stored, and everything commits together or not at all.
 *   <li><b>Duplicate.</b> A call with a completed key gets the stored result; the body does not run, no lock is taken.
 *   <li><b>Concurrent call.</b> It waits up to {@link #waitFor()}, then {@link OperationInProgressException}.
 *   <li><b>Reused key.</b> The same key with other arguments: {@link KeyReusedException}, the body does not run. The
 *       conflict is kept.
 *   <li><b>Failure.</b> Whatever keeps the transaction from committing is a failed attempt: everything rolls back, the
 *       attempt is kept, the caller gets the exception, and the next call runs again.
 *   <li><b>Refusal.</b> An exception of {@link #storeOn()} is an answer: everything rolls back, the exception is stored,
 *       and duplicates get it again.
 *   <li><b>Poison.</b> After {@link #maxAttempts()} failed attempts the call is parked with its arguments; callers get
 *       {@link PoisonOperationException} until an operator replays or dismisses it.
 *   <li><b>Expiry.</b> {@link #expireAfter()} after its last change a finished record is forgotten: the key is as new.
 * </ol>
 *
 * <p>That is {@link Mode#TRANSACTIONAL}. In {@link Mode#EXTERNAL_EFFECT} there is no transaction: that the call begins is
 * committed before the body runs, its result after it, and what is in between may be {@link OutcomeUnknownException}.
 *
 * <p>On a class it applies to all its business methods. With {@code @Retry} of MicroProfile Fault Tolerance every retry
 * is an attempt with a transaction of its own. Every attribute except {@link #noEffectOn()}, {@link #storeOn()} and
 * {@link #parkOn()} can be overridden by MicroProfile Config:
 * {@code <class>/<method>/IdempotentOperation/<attribute>}, {@code <class>/IdempotentOperation/<attribute>},
 * {@code IdempotentOperation/<attribute>}, the most specific first. A mistake fails the deployment with its id
 * ({@code IDEM-nnnn}), place and remedy.
 *
 * <p>Follows the draft <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The
 * Idempotency-Key HTTP Header Field</a> on REST resources.
 */
@Inherited
@Documented
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface IdempotentOperation {

    /** Value of {@link #maxAttempts()} that stands for 5 in message listeners and for "never park" elsewhere. */
    int AUTO_ATTEMPTS = -1;

    /**
     * The operation's stable, unique name within the application, such as {@code payments.settle}: 1 to 200 characters.
     * Records are found by it, so it outlives a renamed class. Default: {@code <SimpleClassName>.<methodName>}.
     *
     * @return the name, or "" for the default
     */
    @Nonbinding
    String name() default "";

    /**
     * The key as a Jakarta Expression Language 5.0 expression over the parameters by name, without {@code #{}}:
     * {@code order.id}, {@code callback.serialNo()}, {@code from += ':' += to}. Record components can be written as
     * properties. Default: the {@link IdempotencyKey} parameters; for a REST resource else the {@code Idempotency-Key}
     * header ({@code Idempotency-Token} for {@link KeyType#TOKEN}); for a method with one parameter of a type that has a
     * {@link dev.idem.spi.KeySource}, such as {@code jakarta.jms.Message}, what it reads there.
     *
     * @return the expression, or "" for none
     */
    @Nonbinding
    String key() default "";

    /**
     * Whether the key is one of the caller's or a token the server handed out: {@link KeyType#TOKEN} says where it is found
     * and {@link IdempotencyTokens} what holds for it. Default {@link KeyType#KEY}.
     *
     * @return the type
     */
    @Nonbinding
    KeyType keyType() default KeyType.KEY;

    /**
     * Within what the key is unique. Default {@link Scope#AUTO}.
     *
     * @return the scope
     */
    @Nonbinding
    Scope scope() default Scope.AUTO;

    /**
     * An expression as in {@link #key()}, over the parameters and {@code @Named} beans, for {@code void} methods only:
     * when it is true the effect is known to be there already, the body is left out and the record completed. It is
     * evaluated inside the transaction, after the key is claimed.
     *
     * @return the expression, or "" for none
     */
    @Nonbinding
    String skipIf() default "";

    /**
     * Where the effect happens. Default {@link Mode#TRANSACTIONAL}.
     *
     * @return the mode
     */
    @Nonbinding
    Mode mode() default Mode.TRANSACTIONAL;

    /**
     * What a duplicate gets. Default {@link OnDuplicate#RETURN_STORED}.
     *
     * @return the answer
     */
    @Nonbinding
    OnDuplicate onDuplicate() default OnDuplicate.RETURN_STORED;

    /**
     * How long a concurrent duplicate waits for the running call, as an ISO-8601 duration from zero to a day.
     * {@code PT0S} fails fast. Default 5 seconds.
     *
     * <p>If no other call with this key holds the insertion of the record up, but, say, a table that PostgreSQL extends on a slow
     * disk, it is tried again for up to 5 seconds, whatever this duration is, and then {@link StoreUnavailableException} is thrown;
     * inside a transaction of the caller, which cannot be begun anew, once this duration is over.
     *
     * @return the duration
     */
    @Nonbinding
    String waitFor() default "PT5S";

    /**
     * How long a finished record binds, counted from its last change by the database clock, as an ISO-8601 period or
     * duration above zero: {@code P7D}, {@code PT12H}, {@code P1Y}. Default 7 days.
     *
     * @return the period or duration
     */
    @Nonbinding
    String expireAfter() default "P7D";

    /**
     * After how many failed attempts the call is parked as poison. 0 = never; {@link #AUTO_ATTEMPTS} (the default) = 5
     * for message listeners, never elsewhere. Transient store failures do not count.
     *
     * @return the number, -1 to 50
     */
    @Nonbinding
    int maxAttempts() default AUTO_ATTEMPTS;

    /**
     * Whether a final answer is thrown or acknowledged. Default {@link OnPoison#AUTO}.
     *
     * @return the policy
     */
    @Nonbinding
    OnPoison onPoison() default OnPoison.AUTO;

    /**
     * Whether a repeated call must carry the same arguments. Default true. Anonymous HTTP callers in the
     * shared scope of {@link Scope#AUTO} must always.
     *
     * @return true to compare fingerprints
     */
    @Nonbinding
    boolean checkArguments() default true;

    /**
     * How long a node may answer duplicates of a finished call from its memory, without the database, as an ISO-8601
     * duration from zero to a minute; never longer than the record binds. Default {@code PT0S}: every duplicate reads the
     * database. The application brings {@code com.github.ben-manes.caffeine:caffeine}, or the deployment fails (IDEM-0062).
     *
     * <p>It is the bound of what is traded for speed: that an operator, on whichever node, has removed the record or changed
     * it, and that the key has been used anew since, may be seen so much later. Only committed results are kept,
     * as their stored text in plain, {@code idem.cache.max-size} bytes at most; refusals, failures and parked calls are not.
     * Other arguments, replays, and calls inside a running transaction (so those of session beans whose container
     * begins one) ask the database. Not for {@link Mode#EXTERNAL_EFFECT} (IDEM-0061).
     *
     * @return the duration
     */
    @Nonbinding
    String cacheFor() default "PT0S";

    /**
     * Deterministic refusals, such as "out of stock": the answer is no, and stays no. Whatever the body did is rolled
     * back; then the exception is stored, unless another call with the key has been settled meanwhile, whose answer it
     * then is. Duplicates get the exception again, with its message and properties, and over HTTP with the same status and
     * body and {@code Idempotent-Replayed: true}. It binds the arguments and expires as a result does, is no failed
     * attempt, and ends the attempts of {@code @Retry}. Checked exceptions and errors are stored if they are listed,
     * transient failures of a database never.
     *
     * <p>An exception is made again by a constructor whose parameters are its properties by name (compile with
     * {@code -parameters}; a property is a method of that name, a getter or a public field, and is carried as results
     * are; {@code message} and {@code cause} are those of the exception, the cause is not kept), else by the constructor
     * with a message, with a message and a cause, or without parameters. One of a {@code WebApplicationException} must
     * take a {@code Response}. A subclass of a listed type comes back as the nearest listed type. A type that cannot be
     * made again fails the deployment (IDEM-0024), and so does one that is also listed in {@link #parkOn()} or
     * {@link #noEffectOn()} (IDEM-0025).
     *
     * <p>In {@link Mode#EXTERNAL_EFFECT} nothing is rolled back: list what the far end says no by, which proves that it did
     * nothing. There the refusal of a stage is stored when the stage is complete, and a duplicate gets a stage that has
     * failed; the refusal of a run that was begun again after an unknown outcome leaves that outcome unknown, unless
     * {@link OnUnknownOutcome#RUN_AGAIN} says that the far end gives the same answer again.
     *
     * @return the exception types, subclasses included
     */
    @Nonbinding
    Class<? extends Throwable>[] storeOn() default {};

    /**
     * Exceptions no retry heals: the call is parked at the first attempt.
     *
     * @return the exception types, subclasses included
     */
    @Nonbinding
    Class<? extends Throwable>[] parkOn() default {};

    /**
     * {@link Mode#EXTERNAL_EFFECT} only: how long a claim holds without a sign of life, as an ISO-8601 duration from
     * 3 seconds to a day and below {@link #expireAfter()}. It is renewed while the body runs, however long. Default 1
     * minute.
     *
     * @return the duration
     */
    @Nonbinding
    String lease() default "PT1M";

    /**
     * {@link Mode#EXTERNAL_EFFECT} only: what happens after an unknown outcome. Default {@link OnUnknownOutcome#PARK}.
     *
     * @return the policy
     */
    @Nonbinding
    OnUnknownOutcome onUnknownOutcome() default OnUnknownOutcome.PARK;

    /**
     * {@link Mode#EXTERNAL_EFFECT} only: exceptions which prove that nothing happened outside: the attempt is kept as
     * failed, and the next call runs. After any other one the outcome is unknown, unless an {@link dev.idem.spi.EffectProbe}
     * tells it.
     *
     * @return the exception types, subclasses included
     */
    @Nonbinding
    Class<? extends Throwable>[] noEffectOn() default {};
}
