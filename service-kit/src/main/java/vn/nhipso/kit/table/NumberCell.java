package vn.nhipso.kit.table;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The number of a workbook's cell, which no way of writing numbers can make ambiguous.
 *
 * @param number as stored, to the 15 digits that a spreadsheet shows and takes
 * @param decimals that the cell's format always shows
 * @param percent whether the format shows a hundred times the number with a percent sign
 */
public record NumberCell(BigDecimal number, int decimals, boolean percent) {

    /** The number that people see: 0.6041 as 0.00% is 60.41, and 54.3 as 0.00 is 54.30. What a format would round away stays. */
    public BigDecimal shown() {
        BigDecimal seen = percent ? number.movePointRight(2) : number;
        BigDecimal plain = seen.signum() == 0 ? BigDecimal.ZERO : seen.stripTrailingZeros();
        int scale = Math.max(decimals, Math.max(plain.scale(), 0));
        return plain.setScale(scale, RoundingMode.UNNECESSARY);
    }
}
