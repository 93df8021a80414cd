package vn.nhipso.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** An offset whose ports nobody uses, so that tests stand beside a running stack and beside each other. */
public final class FreeOffset {

    private FreeOffset() {}

    public static int find() {
        while (true) {
            int offset = ThreadLocalRandom.current().nextInt(100, 200) * 100;
            if (IntStream.rangeClosed(8081, 8094).allMatch(port -> isFree(port + offset))) {
                return offset;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }
}
