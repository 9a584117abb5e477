package dev.idem.bench.plain;

import com.sun.net.httpserver.HttpServer;
import dev.idem.bench.app.Caller;
import dev.idem.cdi.StartUp;
import jakarta.enterprise.inject.spi.Unmanaged;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** The application in a process of its own, without a server. */
public final class PlainApplication {

    /** What it says when it listens, followed by its port. */
    public static final String READY = "the plain application listens at port ";

    private PlainApplication() {}

    /** Starts it on a data source: URL, user, password, size of the pool. Ends when the process does. */
    public static void main(String... arguments) throws Exception {
        PlainTransactions transactions = new PlainTransactions();
        DataSource database =
                transactions.pool(arguments[0], arguments[1], arguments[2], Integer.parseInt(arguments[3]));
        WeldContainer container = new Weld()
                .addServices(resources(transactions, database), new PlainPersistence(database))
                .initialize();
        Unmanaged.UnmanagedInstance<StartUp> start = new Unmanaged<>(StartUp.class).newInstance();
        start.produce().inject().get().contextInitialized(new ServletContextEvent(noServlets()));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/", new RoundHandler(container.select(Caller.class).get()));
        server.start();
        System.out.println(READY + server.getAddress().getPort());
    }

    private static PlainResources resources(PlainTransactions transactions, DataSource database) {
        return new PlainResources(
                Map.of(
                        "java:app/AppName",
                        "bench",
                        "java:app/jdbc/idem",
                        database,
                        "java:appserver/TransactionManager",
                        transactions.manager(),
                        "java:comp/TransactionSynchronizationRegistry",
                        transactions.registry()),
                Stream.concat(Stream.of(transactions.user()), PlainThreads.all().stream())
                        .collect(Collectors.toUnmodifiableList()));
    }

    private static ServletContext noServlets() {
        return (ServletContext) Proxy.newProxyInstance(
                ServletContext.class.getClassLoader(), new Class<?>[] {ServletContext.class}, (proxy, method, args) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
