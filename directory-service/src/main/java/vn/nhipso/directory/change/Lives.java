package vn.nhipso.directory.change;

import java.time.LocalDate;
import java.util.stream.Collectors;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.kit.problem.Text;

/** Says on which days a code lived, for those who named a wrong one. */
final class Lives {

    private Lives() {}

    static Text of(String code, LocalDate day, Hierarchy units) {
        String spans = units.versions(code).stream()
                .map(version -> version.fullName() + " " + version.valid().spoken())
                .collect(Collectors.joining("; "));
        if (spans.isEmpty()) {
            return Text.of("Chưa từng có đơn vị mang mã %s.", "No unit ever had code %s.", code);
        }
        return Text.of("Mã %s, ngày %s. Đã ghi: %s.", "Code %s, day %s. On record: %s.", code, day, spans);
    }
}
