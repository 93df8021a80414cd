package vn.nhipso.indicator.measurement.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Writes a report as CSV, a page of it in memory at a time. */
final class ReportWriter {

    private static final int PAGE = 1_000;

    private final ReportStore reports;
    private final Locale language;

    ReportWriter(ReportStore reports, Locale language) {
        this.reports = reports;
        this.language = language;
    }

    void write(UUID job, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write("\uFEFFrow,indicator,unit,period,scope,outcome,code,detail\r\n");
        int line = -1;
        long id = 0;
        List<ReportStore.Entry> page = reports.page(job, line, id, PAGE);
        while (!page.isEmpty()) {
            for (ReportStore.Entry entry : page) {
                writer.write(row(entry));
            }
            line = page.getLast().line();
            id = page.getLast().id();
            page = page.size() < PAGE ? List.of() : reports.page(job, line, id, PAGE);
        }
        writer.flush();
    }

    private String row(ReportStore.Entry entry) {
        return Csv.row(
                ',',
                String.valueOf(entry.line()),
                Csv.harmless(entry.indicator()),
                Csv.harmless(entry.unit()),
                Csv.harmless(entry.period()),
                entry.scope(),
                entry.outcome(),
                entry.code(),
                Csv.harmless(entry.detail().in(language)));
    }
}
