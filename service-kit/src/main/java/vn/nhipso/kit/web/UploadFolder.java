package vn.nhipso.kit.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where uploaded files are while their request lasts: the same folder that the parts of a form go to. */
@ApplicationScoped
class UploadFolder {

    private final Path folder;

    UploadFolder(@ConfigProperty(name = "quarkus.http.body.uploads-directory") String folder) {
        this.folder = Path.of(folder);
    }

    Path newFile() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempFile(folder, "upload", "");
    }
}
