package vn.nhipso.local;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import vn.nhipso.local.stack.DataFolder;
import vn.nhipso.local.stack.Ports;

/** What every command needs to find its stack. The scripts give the repository and, from NHIPSO_DATA, the folder of the data. */
final class StackOptions {

    @Option(names = "--offset", defaultValue = "0", description = "shifts all ports")
    private int offset;

    int offset() {
        return offset;
    }

    /** Of the processes that every stack has. */
    Ports ports() {
        return new Ports(offset);
    }

    DataFolder data() {
        return DataFolder.of(Path.of(System.getProperty("nhipso.data", "deploy/local/.data")), ports().offset());
    }

    Path repository() {
        return Path.of(System.getProperty("nhipso.repository", "."));
    }
}
