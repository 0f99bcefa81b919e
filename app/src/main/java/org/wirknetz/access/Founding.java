package org.wirknetz.access;

import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NetworkId;

/// Founds a network with its first office account, all or nothing: network, what its template holds, invitation.
@Component
@Transactional
public class Founding {

    private final Networks networks;
    private final Invitations invitations;
    private final ApplicationEventPublisher facts;

    Founding(Networks networks, Invitations invitations, ApplicationEventPublisher facts) {
        this.networks = networks;
        this.invitations = invitations;
        this.facts = facts;
    }

    /// In the scope of the network to be.
    ///
    /// @return the address of the invitation for the coordination office
    public String found(
            NetworkId network, String slug, String name, String template, String officeEmail, Locale locale) {
        networks.found(network, slug, name, template, false);
        facts.publishEvent(new NetworkFounded(network, template));
        return invitations.invite(officeEmail, Role.OFFICE, null, "", locale);
    }
}
