package vn.nhipso.indicator.measurement.ingest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.Text;

/** Reads an item that is a line of its own. What is no JSON is wrong with that line alone. */
public final class LineReader {

    private LineReader() {}

    /** Null where there is nothing on the line. */
    public static @Nullable BatchItem read(byte[] line, int length, int row) {
        try (JsonParser json = BatchReader.JSON.createParser(line, 0, length)) {
            if (json.nextToken() == null) {
                return null;
            }
            BatchItem item = new ItemReader(json, row, "").read();
            return json.nextToken() == null ? item : BatchItem.unreadable(row, List.of(malformed(row, "")));
        } catch (JacksonException malformed) {
            return BatchItem.unreadable(row, List.of(malformed(row, place(malformed))));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ProblemError malformed(int row, String place) {
        return ProblemError.row(
                row,
                null,
                IndicatorProblem.LINE_MALFORMED.name(),
                Text.of(
                        "Mỗi dòng là đúng một đối tượng JSON, mã UTF-8%s.",
                        "Each line is exactly one JSON object, in UTF-8%s.", place));
    }

    private static String place(JacksonException malformed) {
        var location = malformed.getLocation();
        return location == null ? "" : " (" + location.getColumnNr() + ")";
    }
}
