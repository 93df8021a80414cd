package vn.nhipso.directory.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many members there are of a role and body: what everybody may see. */
@Schema(name = "TeamMemberCount")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberCount(
        MemberRole role,
        @Schema(examples = "Đoàn Thanh niên") @Nullable String body,
        int count) {

    private record Group(MemberRole role, @Nullable String body) {}

    static List<MemberCount> on(LocalDate day, Collection<TeamMember> members) {
        return members.stream()
                .filter(member -> member.isMemberOn(day))
                .collect(Collectors.groupingBy(
                        member -> new Group(member.role, member.body), Collectors.summingInt(member -> 1)))
                .entrySet()
                .stream()
                .map(group ->
                        new MemberCount(group.getKey().role(), group.getKey().body(), group.getValue()))
                .sorted(Comparator.comparing(MemberCount::role)
                        .thenComparing(count -> Objects.requireNonNullElse(count.body(), "")))
                .toList();
    }
}
