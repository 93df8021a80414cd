package vn.nhipso.indicator.definition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.imports.FileDigest;
import vn.nhipso.indicator.imports.ImportErrors;
import vn.nhipso.indicator.imports.ItemsFile;
import vn.nhipso.indicator.imports.RowReader;

/** Reads what somebody sent as a catalogue. */
@ApplicationScoped
class CatalogueUpload {

    private final RowReader reader;

    CatalogueUpload(RowReader reader) {
        this.reader = reader;
    }

    CatalogueImport.Order order(
            Path file, HttpHeaders headers, AmendmentTerms terms, boolean dryRun, String author, @Nullable String key)
            throws IOException {
        boolean json = MediaType.APPLICATION_JSON_TYPE.isCompatible(headers.getMediaType());
        ImportErrors errors = new ImportErrors(!json);
        List<CatalogueRow> rows = json ? items(file, errors) : CatalogueFile.read(file, errors);
        String digest = "POST /v1/indicator-imports " + terms.wordingOnly + terms.allowGap + FileDigest.of(file);
        return new CatalogueImport.Order(
                rows, errors, dryRun, terms.isWordingOnly(), terms.allowsGap(), author, key, digest);
    }

    private List<CatalogueRow> items(Path file, ImportErrors errors) throws IOException {
        List<CatalogueRow> rows = new ArrayList<>();
        ItemsFile.read(reader.mapper(), file, CatalogueFile.MOST_ROWS, errors)
                .forEach((place, item) -> rows.add(CatalogueRow.of(place, item)));
        return rows;
    }
}
