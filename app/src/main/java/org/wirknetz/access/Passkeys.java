package org.wirknetz.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.AccountId;
import tools.jackson.databind.json.JsonMapper;

/// Passkeys (WebAuthn): a key in a device that asks for its owner's finger or PIN. It is two factors in one,
/// so no code
/// is
/// asked after it. The ceremony's checks are those of spring-security-webauthn; what is kept between its two steps is
/// the
/// challenge alone.
@Component
@Transactional
public class Passkeys {

    public static final int MOST = 20;

    private final JdbcClient db;
    private final PasskeyStore store;
    private final Webauthn4JRelyingPartyOperations ceremony;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(JdbcClient db, Doors doors) {
        this.db = db;
        this.store = new PasskeyStore(db);
        this.ceremony = new Webauthn4JRelyingPartyOperations(
                new PasskeyHolders(db),
                store,
                PublicKeyCredentialRpEntity.builder()
                        .id(doors.host())
                        .name("Wirknetz")
                        .build(),
                Set.of(doors.origin()));
        ceremony.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        ceremony.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    }

    /// What the browser is asked, and the challenge to remember until it answers.
    public record Question(String json, String challenge) {}

    public Question askToRegister(AccountId account) {
        var options = creation(account);
        return new Question(
                json.writeValueAsString(options), options.getChallenge().toBase64UrlString());
    }

    private PublicKeyCredentialCreationOptions creation(AccountId account) {
        return ceremony.createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(
                UsernamePasswordAuthenticationToken.authenticated(
                        new SignedInAccount(account.value()), null, List.of())));
    }

    /// @param answer the browser's `PublicKeyCredential` as JSON
    /// @return false when the answer does not hold
    public boolean register(AccountId account, String challenge, String answer, String label) {
        PublicKeyCredential<AuthenticatorAttestationResponse> credential;
        try {
            credential = json.readValue(
                    answer,
                    json.getTypeFactory()
                            .constructParametricType(
                                    PublicKeyCredential.class, AuthenticatorAttestationResponse.class));
        } catch (RuntimeException notAnAnswer) {
            return false;
        }
        var fresh = creation(account);
        var asked = PublicKeyCredentialCreationOptions.builder()
                .rp(fresh.getRp())
                .user(fresh.getUser())
                .challenge(Bytes.fromBase64(challenge))
                .pubKeyCredParams(fresh.getPubKeyCredParams())
                .timeout(fresh.getTimeout())
                .excludeCredentials(fresh.getExcludeCredentials())
                .authenticatorSelection(fresh.getAuthenticatorSelection())
                .attestation(fresh.getAttestation())
                .extensions(fresh.getExtensions())
                .build();
        try {
            ceremony.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    asked, new RelyingPartyPublicKey(credential, label(label))));
            return true;
        } catch (com.webauthn4j.util.exception.WebAuthnException | IllegalArgumentException doesNotHold) {
            return false;
        }
    }

    private static String label(String typed) {
        var label = typed.replaceAll("\\p{Cntrl}", " ").strip();
        if (label.isEmpty()) return "Passkey";
        return label.length() > 60 ? label.substring(0, 60) : label;
    }

    public Question askToSignIn() {
        var options =
                ceremony.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
        return new Question(
                json.writeValueAsString(options), options.getChallenge().toBase64UrlString());
    }

    /// Whose passkey answered the challenge; empty when none did.
    public Optional<AccountId> signIn(String challenge, String answer) {
        PublicKeyCredential<AuthenticatorAssertionResponse> credential;
        try {
            credential = json.readValue(
                    answer,
                    json.getTypeFactory()
                            .constructParametricType(PublicKeyCredential.class, AuthenticatorAssertionResponse.class));
        } catch (RuntimeException notAnAnswer) {
            return Optional.empty();
        }
        var fresh =
                ceremony.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
        var asked = PublicKeyCredentialRequestOptions.builder()
                .challenge(Bytes.fromBase64(challenge))
                .rpId(fresh.getRpId())
                .timeout(fresh.getTimeout())
                .allowCredentials(fresh.getAllowCredentials())
                .userVerification(fresh.getUserVerification())
                .extensions(fresh.getExtensions())
                .build();
        try {
            var holder = ceremony.authenticate(new RelyingPartyAuthenticationRequest(asked, credential));
            return db.sql("""
                            select holder.account from access.passkey_holder holder
                              join access.account on account.id = holder.account and not account.disabled
                             where holder.handle = ?
                            """)
                    .param(holder.getId().getBytes())
                    .query(UUID.class)
                    .optional()
                    .map(AccountId::new);
        } catch (com.webauthn4j.util.exception.WebAuthnException | IllegalArgumentException doesNotHold) {
            return Optional.empty();
        }
    }

    public record Card(
            UUID id,
            String label,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}

    public List<Card> of(AccountId account) {
        return db.sql(
                        "select id, label, created_at, last_used_at from access.passkey where account = ? order by created_at")
                .param(account.value())
                .query(Card.class)
                .list();
    }

    public void remove(AccountId account, UUID passkey) {
        db.sql("delete from access.passkey where account = ? and id = ?")
                .params(account.value(), passkey)
                .update();
    }
}
