package vn.nhipso.directory;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.nhipso.kit.problem.ProblemBody;

/** The front page of the API's description. */
@OpenAPIDefinition(
        info = @Info(title = "NhipSo directory", version = "1", description = """
                                Administrative units over time, and the teams, committees and activities tied to them.

                                **A code means something only with a date.** Official codes are used again: `31420` was Xã Hòa Mỹ until 30 June 2025 and is \
                                Xã Phụng Hiệp since. Every question takes `validAt` (the day of the world, today in Vietnam when absent); `unitId` is the unit \
                                itself, the same over new names, types, parents and codes. `validFrom` is inclusive, `validTo` exclusive. `asOf` asks what was \
                                known at a moment.

                                **Reading is open, except for personal data.** Names and phone numbers of team members are shown to the steward and the reporter \
                                of the team's unit only. Writing needs a bearer token; rights end at the subtree of its claim `unit`.

                                **Lists** come in pages: pass `next` as `cursor` until it is missing. **Errors** are RFC 9457 problems with a stable `code`; \
                                `errors` names every wrong place. **POST** honours `Idempotency-Key`.
                                """),
        components = @Components(schemas = @Schema(name = "Problem", implementation = ProblemBody.class)))
public class DirectoryApi extends Application {}
