package vn.nhipso.kit.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;

/** Takes files in every way, for {@link UploadResourceTest}. */
@Path("/upload-probe")
public class UploadProbeResource {

    @POST
    @Path("/file")
    @Consumes({Uploads.CSV, Uploads.XLSX})
    public Map<String, Object> file(File file) {
        if (file.length() == 7) {
            throw new ProblemException(KitProblem.CONFLICT, KitProblem.CONFLICT.title());
        }
        return Map.of("bytes", file.length());
    }

    @POST
    @Path("/stream")
    @Consumes({Uploads.CSV, Uploads.XLSX})
    public Map<String, Object> stream(InputStream body) throws IOException {
        return Map.of("bytes", body.transferTo(OutputStream.nullOutputStream()));
    }

    @POST
    @Path("/form")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Map<String, Object> form(@RestForm("units") FileUpload units, @RestForm("lineage") FileUpload lineage) {
        return Map.of("bytes", units.size(), "lineage", lineage == null ? -1 : lineage.size());
    }
}
