package org.wirknetz.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;

/// Secrets that are kept nowhere, since the key of this installation makes them again whenever they are needed. The
/// database alone cannot.
@Component
public class DerivedSecrets {

    private final Seal seal;

    DerivedSecrets(Seal seal) {
        this.seal = seal;
    }

    /// @param purpose what it opens, such as `surveys` and the ids of wave and person: the same gives the same secret
    /// @return by the present key first, then by each former one
    public List<Secret> of(String purpose) {
        return seal.marks(purpose.getBytes(StandardCharsets.UTF_8)).stream()
                .map(it -> new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(it)))
                .toList();
    }
}
