package vn.nhipso.indicator.measurement.ingest;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the alteration or withdrawal of one measurement. */
@Schema(name = "EditAnswer", description = "What became of the alteration or withdrawal of one measurement")
record EditAnswer(
        @Schema(examples = "0198c3a0-0000-7000-8000-000000000031")
        String id,

        @Schema(description = "The newest revision: the ETag for the next edit", examples = "2")
        int revision,

        @Schema(description = "ACCEPTED, or UNCHANGED where the same stood already")
        Outcome outcome,

        @Schema(description = "Whether it counts at once; else it waits for publication")
        boolean published,

        @Schema(
                description = "Up to where this write reaches: pass it as minSequence to read it",
                examples = "indicator:1042")
        String sequence,

        List<BatchAnswer.Found> findings) {

    static EditAnswer of(String id, Row row, boolean published, String sequence, Locale language) {
        return new EditAnswer(
                id,
                row.revision(),
                row.outcome(),
                published,
                sequence,
                row.findings().stream()
                        .map(found -> BatchAnswer.found(found, language))
                        .toList());
    }
}
