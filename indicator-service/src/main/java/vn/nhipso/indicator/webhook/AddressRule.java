package vn.nhipso.indicator.webhook;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses a message may be sent to: those of the public internet. Everything that the registries of special addresses (IANA, RFC 6890)
 * reserve is refused, so also the machine itself, its networks, and where clouds serve their metadata.
 */
final class AddressRule {

    private static final List<Range> REFUSED_4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            // Azure's host services, a public address that is none.
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** Of IPv6 only global unicast is let through; within it, what carries an IPv4 address or is for documentation is not. */
    private static final Range GLOBAL_6 = Range.of("2000::/3");

    private static final List<Range> REFUSED_6 = ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private AddressRule() {}

    static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? REFUSED_4.stream().noneMatch(range -> range.contains(address))
                : GLOBAL_6.contains(address) && REFUSED_6.stream().noneMatch(range -> range.contains(address));
    }

    /** What is nobody's address is refused even where private ones are allowed. */
    static boolean isAnybodys(InetAddress address) {
        return !address.isAnyLocalAddress() && !address.isMulticastAddress();
    }

    private static List<Range> ranges(String... ranges) {
        return Stream.of(ranges).map(Range::of).toList();
    }

    private record Range(int bits, BigInteger prefix, int shift) {

        static Range of(String range) {
            int slash = range.indexOf('/');
            byte[] address = literal(range.substring(0, slash)).getAddress();
            int shift = address.length * Byte.SIZE - Integer.parseInt(range.substring(slash + 1));
            return new Range(address.length * Byte.SIZE, new BigInteger(1, address).shiftRight(shift), shift);
        }

        boolean contains(InetAddress address) {
            byte[] bytes = address.getAddress();
            return bytes.length * Byte.SIZE == bits
                    && new BigInteger(1, bytes).shiftRight(shift).equals(prefix);
        }

        private static InetAddress literal(String address) {
            try {
                return InetAddress.getByName(address);
            } catch (UnknownHostException impossible) {
                throw new IllegalArgumentException(impossible);
            }
        }
    }
}
