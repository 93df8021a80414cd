package vn.nhipso.directory.catalogue;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.CleanText;
import vn.nhipso.directory.Days;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Filters;
import vn.nhipso.directory.Refusals;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** What is said about a list beside the list. */
public class ImportQuery {

    static final String ASYNC = "respond-async";

    @QueryParam("act")
    @Parameter(description = "Number of the legal act, as printed", example = "202/2025/QH15")
    @Nullable String act;

    @QueryParam("issuer")
    @Parameter(description = "Who issued it", example = "Quốc hội")
    @Nullable String issuer;

    @QueryParam("issuedOn")
    @Parameter(description = "The day it was signed", example = "2025-06-12")
    @Nullable LocalDate issuedOn;

    @QueryParam("note")
    @Parameter(description = "Kept with the change")
    @Nullable String note;

    @QueryParam("dryRun")
    @Parameter(
            description = "Works it out and answers the same without effect",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Nullable String dryRun;

    @HeaderParam("Idempotency-Key")
    @Nullable String key;

    @HeaderParam("Prefer")
    @Parameter(
            description = "`respond-async`: answered 202 at once, `Location` is the job whose `result` is the answer")
    @Nullable String prefer;

    boolean isDryRun() {
        return Filters.flag("dryRun", dryRun);
    }

    /** RFC 7240: preferences are words in a list, with or without parameters. */
    boolean isAsync() {
        return prefer != null
                && Arrays.stream(prefer.split("[,;]", -1)).map(String::strip).anyMatch(ASYNC::equalsIgnoreCase);
    }

    /** The act, checked. */
    @Nullable Act act(boolean required) {
        Refusals refusals = new Refusals();
        Days.check(issuedOn, "issuedOn", refusals);
        String number = CleanText.optional(act, CleanText.NAME, "act", refusals);
        String by = CleanText.optional(issuer, CleanText.NAME, "issuer", refusals);
        if (number == null && (required || by != null || issuedOn != null)) {
            refusals.add(
                    "act",
                    DirectoryProblem.ACT_MISSING,
                    new Text("Danh sách phải nêu số văn bản (act).", "A list cites the number of its act (act)."));
        }
        refusals.throwIfAny(DirectoryProblem.IMPORT_REFUSED);
        return number == null ? null : new Act(number, by, issuedOn);
    }

    @Nullable String cleanNote() {
        Refusals refusals = new Refusals();
        String clean = CleanText.note(note, "note", refusals);
        refusals.throwIfAny(DirectoryProblem.IMPORT_REFUSED);
        return clean;
    }

    /** A day that must be given. */
    static LocalDate required(String name, @Nullable LocalDate given) {
        LocalDate day = Filters.day(name, given);
        if (day == null) {
            throw missing(name);
        }
        return day;
    }

    /** A file that must be in a form. */
    static Path part(String name, @Nullable FileUpload given) {
        if (given == null) {
            throw missing(name);
        }
        return given.uploadedFile();
    }

    private static ProblemException missing(String name) {
        Text detail = Text.of("Thiếu %s.", "%s is missing.", name);
        return new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                .withErrors(List.of(ProblemError.at(name, KitProblem.INVALID_PARAMETER.name(), detail)));
    }

    /** For what distinguishes a request from another with the same key. */
    String said() {
        return String.join(
                "|",
                String.valueOf(act),
                String.valueOf(issuer),
                String.valueOf(issuedOn),
                String.valueOf(note),
                String.valueOf(dryRun));
    }
}
