package vn.nhipso.directory.catalogue;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A list of units and the lineage of the same day as one form; only for the description of the API. */
@Schema(
        name = "UnitsWithLineage",
        description =
                "Both as one change. Columns in errors begin with the name of the part, as in `/lineage/new_code`.")
record ListsForm(
        @Schema(type = SchemaType.STRING, format = "binary", description = "The list of units, CSV or XLSX")
        String units,

        @Schema(type = SchemaType.STRING, format = "binary", description = "The lineage of the same day, CSV or XLSX")
        @Nullable String lineage) {}
