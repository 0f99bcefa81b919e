package org.wirknetz.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;

/// Where a request comes from, no closer than the subnet: /24 or /64. That is what is slowed down and what is logged.
public record Client(String subnet) {

    /// The address is the connection's own, or what the configured proxy says; never what a header claims.
    public static Client of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    static Client of(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            var kept = bytes.length == 4 ? 3 : 8;
            for (int i = kept; i < bytes.length; i++) bytes[i] = 0;
            return new Client(InetAddress.getByAddress(bytes).getHostAddress() + (bytes.length == 4 ? "/24" : "/64"));
        } catch (IllegalArgumentException | UnknownHostException noAddress) {
            return new Client("unknown");
        }
    }
}
