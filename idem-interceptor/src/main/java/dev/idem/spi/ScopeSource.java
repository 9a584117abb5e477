package dev.idem.spi;

import java.util.Optional;

/**
 * Tells for which tenant a call is made, so that the keys of one tenant are never those of another. An application brings
 * one as a CDI bean ({@code @ApplicationScoped}); without one there are no tenants. Two fail the start.
 *
 * <p>Contract:
 *
 * <ol>
 *   <li>It is asked at each call of an operation, and when a token is issued, in the caller's thread, before anything else
 *       happens. A duplicate must find the tenant of the first call: take it from what is sent again with it, such as the
 *       authenticated caller or a header, not from a server's own state.
 *   <li>The tenant is on top of {@link dev.idem.Scope}: {@code GLOBAL} is within the tenant, and two callers of one name in
 *       two tenants are two callers. Calls without a tenant are a group of their own.
 *   <li>A replay has the tenant of its record and asks for none. The body it runs finds the tenant in its arguments.
 * </ol>
 *
 * <p>It may be called from many threads at once.
 */
@FunctionalInterface
public interface ScopeSource {

    /**
     * The tenant of the current call.
     *
     * @return 1 to 64 letters and digits of ASCII, {@code .}, {@code _} and {@code -}; upper and lower case differ; empty if
     *     the call belongs to none. Anything else is refused with {@link dev.idem.InvalidKeyException}, and the body does
     *     not run
     * @throws RuntimeException if it cannot be told; the caller gets an {@link dev.idem.InvalidKeyException} with it as cause
     */
    Optional<String> tenant();
}
