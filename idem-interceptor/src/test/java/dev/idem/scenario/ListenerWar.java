package dev.idem.scenario;

import dev.idem.scenario.listener.OrderListener;
import dev.idem.testing.Library;
import dev.idem.testing.TestDatabase;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.postgresql.ds.PGSimpleDataSource;

/** An application of message listeners. */
final class ListenerWar {

    private ListenerWar() {}

    /** Gives a database the tables of the application. */
    static TestDatabase prepared(TestDatabase database) {
        database.execute("create table effect (id varchar(36) primary key, name varchar(300))");
        database.execute("create table gate (name varchar(300) primary key)");
        return database;
    }

    static WebArchive on(TestDatabase database) {
        return ShrinkWrap.create(WebArchive.class, "listeners.war")
                .addPackage(OrderListener.class.getPackage())
                .addAsLibrary(Library.jar())
                .addAsLibraries(Library.dependencies())
                .addAsLibraries(ScenarioWar.jarsOf(PGSimpleDataSource.class))
                .addAsWebInfResource("scenario/beans.xml", "beans.xml")
                .addAsWebInfResource("scenario/ejb-jar.xml", "ejb-jar.xml")
                .addAsWebInfResource("scenario/glassfish-ejb-jar.xml", "glassfish-ejb-jar.xml")
                .setWebXML(new StringAsset(ScenarioWar.webXml(database)));
    }
}
