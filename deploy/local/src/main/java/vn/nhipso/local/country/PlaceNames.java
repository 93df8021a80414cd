package vn.nhipso.local.country;

import java.util.List;
import java.util.random.RandomGenerator;

/** Names that sound like places of the country, with all its tones; they repeat as often as real ones do. */
final class PlaceNames {

    private static final List<String> FIRST = List.of(
            "An", "Bình", "Cẩm", "Châu", "Đại", "Đồng", "Đức", "Hải", "Hòa", "Hồng", "Hưng", "Khánh", "Kim", "Long",
            "Mỹ", "Nam", "Ngọc", "Nghĩa", "Phong", "Phú", "Phước", "Quảng", "Quỳnh", "Sơn", "Tam", "Tân", "Thạch",
            "Thạnh", "Thanh", "Thường", "Thượng", "Tiên", "Trà", "Trung", "Trường", "Vạn", "Vĩnh", "Xuân", "Yên", "Ea");
    private static final List<String> SECOND = List.of(
            "An", "Bình", "Châu", "Cường", "Dương", "Điền", "Đông", "Đức", "Giang", "Hà", "Hải", "Hiệp", "Hòa", "Hội",
            "Hưng", "Khê", "Lâm", "Lạc", "Lập", "Lộc", "Lợi", "Lương", "Minh", "Mỹ", "Ngãi", "Nhơn", "Nông", "Phong",
            "Phú", "Phụng", "Quang", "Sơn", "Tây", "Thành", "Thắng", "Thạnh", "Thọ", "Thủy", "Tiến", "Trạch", "Trị",
            "Tường", "Vân", "Việt", "Xá", "Xuyên");

    private final RandomGenerator random;

    PlaceNames(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        String second = SECOND.get(random.nextInt(SECOND.size()));
        String first = FIRST.get(random.nextInt(FIRST.size()));
        return first.equals(second) ? next() : first + " " + second;
    }
}
