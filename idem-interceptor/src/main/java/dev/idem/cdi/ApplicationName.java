package dev.idem.cdi;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.ConfigProvider;

/** The application whose operations these are: {@code idem.application}, else the name the container gave it. */
@ApplicationScoped
class ApplicationName {

    static final String SETTING = "idem.application";

    @Resource(lookup = "java:app/AppName")
    String deployed;

    String get() {
        return ConfigProvider.getConfig()
                .getOptionalValue(SETTING, String.class)
                .orElse(deployed);
    }
}
