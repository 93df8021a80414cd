package vn.nhipso.indicator;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** The language of sentences in answers. */
public final class Languages {

    private Languages() {}

    /** Vietnamese unless English is preferred to it. */
    public static Locale of(HttpHeaders headers) {
        for (Locale preferred : headers.getAcceptableLanguages()) {
            if (preferred.getLanguage().equals("vi") || preferred.getLanguage().equals("en")) {
                return preferred;
            }
        }
        return Locale.of("vi");
    }
}
