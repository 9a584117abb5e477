package dev.idem.demo.fire.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Something elsewhere: its effects are written over a connection of its own, each at once. */
@ApplicationScoped
public class FarEnd {

    @Inject
    @ConfigProperty(name = "fire.far.driver")
    String driver;

    @Inject
    @ConfigProperty(name = "fire.far.url")
    String url;

    @Inject
    @ConfigProperty(name = "demo.db.user")
    String user;

    @Inject
    @ConfigProperty(name = "demo.db.password")
    String password;

    @Inject
    Halt halt;

    /** It was not reached: nothing happened there. */
    public static class Unreached extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unreached(Throwable cause) {
            super("not reached", cause);
        }
    }

    String add(String operation, Ask ask) {
        String answer = Effects.unique(ask);
        try (Connection connection = connect()) {
            halt.pass("before-effect");
            Effects.insert(connection, operation, ask, answer);
            halt.pass("after-effect");
            return answer;
        } catch (SQLException failure) {
            throw new IllegalStateException("nobody knows whether it happened", failure);
        }
    }

    private Connection connect() {
        try {
            Class.forName(driver);
            return DriverManager.getConnection(url, user, password);
        } catch (SQLException | ClassNotFoundException failure) {
            throw new Unreached(failure);
        }
    }
}
