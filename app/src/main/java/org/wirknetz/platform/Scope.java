package org.wirknetz.platform;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// For whom the current thread works: a network, an account, both or neither.
///
/// Every database connection taken inside a scope carries it, and row-level security reads it there; a
/// connection taken
/// outside any scope sees no row of any network. Bound with [ScopedValue], so it cannot leak into the next request.
public final class Scope {

    private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();
    private static final Scope NONE = new Scope(null, null, false);

    private final @Nullable NetworkId network;
    private final @Nullable AccountId account;
    private final boolean open;
    private final AtomicReference<@Nullable ChangeId> lastChange = new AtomicReference<>();

    private Scope(@Nullable NetworkId network, @Nullable AccountId account, boolean open) {
        this.network = network;
        this.account = account;
        this.open = open;
    }

    public static Scope of(NetworkId network, AccountId account) {
        return new Scope(network, account, false);
    }

    /// A network without a person: jobs, the console. What is kept from some is not kept from them.
    public static Scope of(NetworkId network) {
        return new Scope(network, null, false);
    }

    /// A network seen from the street: anybody may be asking, so the database shows no more than to everybody.
    public static Scope publicly(NetworkId network) {
        return new Scope(network, null, true);
    }

    /// A person outside any network: choosing one, own settings.
    public static Scope of(AccountId account) {
        return new Scope(null, account, false);
    }

    public static Scope current() {
        return CURRENT.orElse(NONE);
    }

    public <R, X extends Throwable> R call(ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    public Optional<NetworkId> network() {
        return Optional.ofNullable(network);
    }

    public Optional<AccountId> account() {
        return Optional.ofNullable(account);
    }

    /// Whether anybody at all may be asking.
    public boolean isPublic() {
        return open;
    }

    /// The network, where there must be one.
    public NetworkId requireNetwork() {
        return network().orElseThrow(() -> new IllegalStateException("This needs a network, and none is in scope."));
    }

    public AccountId requireAccount() {
        return account().orElseThrow(() -> new IllegalStateException("This needs an account, and none is in scope."));
    }

    /// What the last committed transaction of this scope wrote, if it wrote anything that is kept.
    public Optional<ChangeId> lastChange() {
        return Optional.ofNullable(lastChange.get());
    }

    void remember(ChangeId change) {
        lastChange.set(change);
    }
}
