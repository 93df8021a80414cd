package vn.nhipso.indicator.definition;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.Flags;

/** What callers say of their changes. */
public class AmendmentTerms {

    @QueryParam("wordingOnly")
    @DefaultValue("false")
    @Parameter(
            description = "Changed texts (definition, numeratorLabel, denominatorLabel) mean the same: no new version",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    String wordingOnly = "false";

    @QueryParam("allowGap")
    @DefaultValue("false")
    @Parameter(
            description = "Days on which no version counts are meant",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    String allowGap = "false";

    public AmendmentTerms() {}

    boolean isWordingOnly() {
        return Flags.isTrue("wordingOnly", wordingOnly);
    }

    boolean allowsGap() {
        return Flags.isTrue("allowGap", allowGap);
    }

    IndicatorService.Terms of(@Nullable String expected, boolean onlyNew) {
        return new IndicatorService.Terms(expected, onlyNew, isWordingOnly(), allowsGap());
    }
}
