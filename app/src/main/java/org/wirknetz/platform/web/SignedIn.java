package org.wirknetz.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is signed in, as the frame shows it, and where else they may go. `access` fills it.
///
/// @param role the key of the words for their role in this network, such as `access.role.OFFICE`; null outside any
public record SignedIn(String accountName, @Nullable String role, boolean operator, List<NetworkSign> networks) {}
