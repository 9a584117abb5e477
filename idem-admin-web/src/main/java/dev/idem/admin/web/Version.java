package dev.idem.admin.web;

import java.util.ResourceBundle;

/** The console's version, as the build wrote it down. */
public final class Version {

    /** Such as {@code 1.2.0}. */
    public static final String TEXT =
            ResourceBundle.getBundle("dev.idem.admin.web.console").getString("version");

    private Version() {}
}
