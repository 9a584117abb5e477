package dev.idem.demo.broker.artemis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.JMSConnectionFactoryDefinition;

/** The way to the broker, through the resource adapter that the launcher deploys; Idem's outbox sends over it. */
@JMSConnectionFactoryDefinition(
        name = "java:app/jms/broker",
        interfaceName = "jakarta.jms.ConnectionFactory",
        resourceAdapter = "artemis-rar",
        minPoolSize = 1,
        maxPoolSize = 10,
        // else a send waits for a broker that is away, for ever; a broker on this machine answers within two seconds
        properties = {"ReconnectAttempts=0", "InitialConnectAttempts=1", "CallTimeout=2000"})
@ApplicationScoped
public class BrokerConnection {}
