package vn.nhipso.kit.web;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Takes a body that an operation wants as a {@link File} to the disk, and away from there when the request ends, however it ends. */
@Provider
public class FileBodyInterceptor implements ReaderInterceptor {

    private static final Logger LOG = Logger.getLogger(FileBodyInterceptor.class);

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!context.getType().equals(File.class)) {
            return context.proceed();
        }
        Path file = UploadFolder.newFile();
        CurrentRequestManager.get().registerCompletionCallback(end -> delete(file));
        receive(context.getInputStream(), file);
        return file.toFile();
    }

    private static void receive(InputStream body, Path file) throws IOException {
        try (OutputStream target = Files.newOutputStream(file)) {
            body.transferTo(target);
        } catch (IOException | RuntimeException failed) {
            delete(file);
            throw failed;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException | UncheckedIOException failed) {
            LOG.warnf("An uploaded file is left behind: %s", file);
        }
    }
}
