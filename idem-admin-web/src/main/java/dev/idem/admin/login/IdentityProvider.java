package dev.idem.admin.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.idem.admin.web.OidcSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Asks the identity provider who somebody is: authorization code with PKCE, and an ID token whose signature, issuer, audience,
 * nonce and times are checked. Its configuration and keys are read at each login, so that a change there holds at once.
 *
 * @param settings which provider
 */
record IdentityProvider(OidcSettings settings) {

    private static final int TIMEOUT = Math.toIntExact(Duration.ofSeconds(5).toMillis());
    private static final int LARGEST = 1_000_000;

    /** Where the browser has to go. */
    URI ask(PendingLogin login) throws ProviderException {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        Scope.parse(settings.scopes()),
                        new ClientID(settings.clientId()),
                        URI.create(login.callback()))
                .endpointURI(metadata().getAuthorizationEndpointURI())
                .state(new State(login.state()))
                .nonce(new Nonce(login.nonce()))
                .codeChallenge(new CodeVerifier(login.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** Who it is. */
    IDTokenClaimsSet answer(PendingLogin login, String code) throws ProviderException {
        OIDCProviderMetadata metadata = metadata();
        TokenResponse response = tokens(metadata.getTokenEndpointURI(), login, code);
        if (!(response instanceof OIDCTokenResponse tokens)) {
            TokenErrorResponse refused = response.toErrorResponse();
            throw ProviderException.unproven(
                    new GeneralException(String.valueOf(refused.getErrorObject().getCode())));
        }
        return checked(metadata, tokens.getOIDCTokens().getIDToken(), login);
    }

    private OIDCProviderMetadata metadata() throws ProviderException {
        try {
            return OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), TIMEOUT, TIMEOUT);
        } catch (GeneralException | IOException failure) {
            throw ProviderException.unreachable(failure);
        }
    }

    private TokenResponse tokens(URI endpoint, PendingLogin login, String code) throws ProviderException {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), URI.create(login.callback()), new CodeVerifier(login.verifier()));
        ClientID client = new ClientID(settings.clientId());
        TokenRequest request = settings.clientSecret()
                .map(secret ->
                        new TokenRequest.Builder(endpoint, new ClientSecretBasic(client, new Secret(secret)), grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant))
                .build();
        HTTPRequest sent = request.toHTTPRequest();
        sent.setConnectTimeout(TIMEOUT);
        sent.setReadTimeout(TIMEOUT);
        try {
            return OIDCTokenResponseParser.parse(sent.send());
        } catch (IOException failure) {
            throw ProviderException.unreachable(failure);
        } catch (ParseException noTokens) {
            throw ProviderException.unproven(noTokens);
        }
    }

    private IDTokenClaimsSet checked(OIDCProviderMetadata metadata, JWT token, PendingLogin login)
            throws ProviderException {
        try {
            return new IDTokenValidator(
                            metadata.getIssuer(),
                            new ClientID(settings.clientId()),
                            algorithm(metadata, token),
                            metadata.getJWKSetURI().toURL(),
                            new DefaultResourceRetriever(TIMEOUT, TIMEOUT, LARGEST))
                    .validate(token, new Nonce(login.nonce()));
        } catch (BadJOSEException | JOSEException | IOException | RuntimeException unproven) {
            throw ProviderException.unproven(unproven);
        }
    }

    /** With a key pair, and one that the provider uses: with a shared secret, whoever knows it is anybody. */
    private static JWSAlgorithm algorithm(OIDCProviderMetadata metadata, JWT token) throws BadJOSEException {
        JWSAlgorithm algorithm =
                JWSAlgorithm.parse(token.getHeader().getAlgorithm().getName());
        List<JWSAlgorithm> known = metadata.getIDTokenJWSAlgs();
        if (!JWSAlgorithm.Family.SIGNATURE.contains(algorithm) || known == null || !known.contains(algorithm)) {
            throw new BadJOSEException("an ID token signed by " + algorithm);
        }
        return algorithm;
    }
}
