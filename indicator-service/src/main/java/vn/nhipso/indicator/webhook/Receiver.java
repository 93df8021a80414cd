package vn.nhipso.indicator.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/**
 * Where messages go: a URL and the address its name has at the moment. The address is looked up and judged anew for every attempt, and the
 * connection is made to that very address: a name that changes in between leads nowhere else.
 */
record Receiver(URI url, InetAddress address) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int PORTS = 65_535;

    /** The receiver may not be sent to. */
    static final class RefusedException extends Exception {
        RefusedException(String why) {
            super(why);
        }
    }

    /** Looks the name up. Fails where the URL or any address of its name is not allowed. */
    static Receiver of(String url, WebhookConfig config) throws RefusedException {
        URI parsed = parse(url, config.allowHttp());
        List<InetAddress> addresses = addresses(parsed.getHost());
        for (InetAddress address : addresses) {
            boolean mapped = parsed.getHost().startsWith("[") && address instanceof Inet4Address;
            boolean allowed = config.allowPrivate() ? AddressRule.isAnybodys(address) : AddressRule.isPublic(address);
            if (mapped || !allowed) {
                throw new RefusedException("the host has an address that is not public");
            }
        }
        return new Receiver(parsed, addresses.getFirst());
    }

    boolean isEncrypted() {
        return "https".equals(url.getScheme());
    }

    int port() {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return isEncrypted() ? HTTPS : HTTP;
    }

    /** The name for the Host header, SNI and the certificate. */
    String host() {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Path and query. */
    String target() {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    private static URI parse(String url, boolean allowHttp) throws RefusedException {
        try {
            URI parsed = new URI(url);
            String scheme = parsed.getScheme() == null ? "" : parsed.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("https") && !(allowHttp && scheme.equals("http"))) {
                throw new RefusedException("the URL must begin with https://");
            }
            boolean plain = parsed.getHost() != null
                    && parsed.getRawUserInfo() == null
                    && parsed.getRawFragment() == null
                    && parsed.getPort() != 0
                    && parsed.getPort() <= PORTS;
            if (!plain) {
                throw new RefusedException(
                        "the URL must have a host and no user, no fragment and no port beyond 65535");
            }
            return new URI(scheme + parsed.toString().substring(scheme.length()));
        } catch (URISyntaxException malformed) {
            throw new RefusedException("this is no URL");
        }
    }

    private static List<InetAddress> addresses(String host) throws RefusedException {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException unknown) {
            throw new RefusedException("the host has no address");
        }
    }
}
