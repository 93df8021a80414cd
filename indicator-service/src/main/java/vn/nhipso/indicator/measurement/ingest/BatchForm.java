package vn.nhipso.indicator.measurement.ingest;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file as a form; only for the description of the API. */
@Schema(name = "BatchForm")
record BatchForm(
        @Schema(required = true, type = SchemaType.STRING, format = "binary", description = "CSV or XLSX")
        String file) {}
