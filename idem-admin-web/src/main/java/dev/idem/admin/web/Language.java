package dev.idem.admin.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.stream.Stream;

/** The language of pages. */
public enum Language {
    /** As the browser says. */
    SYSTEM(Locale.ENGLISH),
    /** English. */
    ENGLISH(Locale.ENGLISH),
    /** Chinese, in simplified characters. */
    CHINESE(Locale.SIMPLIFIED_CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The one that a page is in, for who wants this one. */
    Locale spoken(HttpServletRequest request) {
        if (this != SYSTEM || request.getHeader("Accept-Language") == null) {
            return locale;
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(wanted -> Stream.of(ENGLISH, CHINESE)
                        .map(each -> each.locale)
                        .filter(known -> known.getLanguage().equals(wanted.getLanguage())))
                .findFirst()
                .orElse(locale);
    }
}
