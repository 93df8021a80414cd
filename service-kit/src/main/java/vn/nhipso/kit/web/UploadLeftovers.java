package vn.nhipso.kit.web;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Uploaded files may hold personal data: those of a process that was killed go when the next one starts. */
@ApplicationScoped
class UploadLeftovers {

    private static final Logger LOG = Logger.getLogger(UploadLeftovers.class);

    void delete(@Observes StartupEvent start) {
        try {
            UploadFolder.deleteLeftovers();
        } catch (IOException failed) {
            LOG.warn("Uploaded files of an earlier process may be left behind", failed);
        }
    }
}
