package dev.idem.admin.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Renders pages as the console does, for somebody who is logged in. */
public final class Rendering {

    private Rendering() {}

    public static String of(String template, String name, Object value, String user) {
        Frame frame = new Frame(
                user,
                "operator",
                "token",
                List.of(new Frame.Link("/poison", "Poison", "3", true)),
                "test",
                "1.0",
                Theme.SYSTEM,
                Locale.ENGLISH,
                "2026-01-01 00:00:00 UTC");
        return new Templates("/idem-admin").render(template, Locale.ENGLISH, Map.of("frame", frame, name, value));
    }
}
