package vn.nhipso.local;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Days as people type them, refused in words. */
final class DayConverter implements ITypeConverter<LocalDate> {

    @Override
    public LocalDate convert(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException noDay) {
            throw new TypeConversionException("\"" + typed + "\" is no day: write it as 2025-07-01");
        }
    }
}
