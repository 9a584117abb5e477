package dev.idem.demo.fire.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.JMSConnectionFactoryDefinition;

/** The way of the outbox to the broker. */
@JMSConnectionFactoryDefinition(
        name = "java:app/jms/broker",
        interfaceName = "jakarta.jms.ConnectionFactory",
        resourceAdapter = "artemis-rar",
        minPoolSize = 0,
        maxPoolSize = 10,
        properties = {"ReconnectAttempts=0", "InitialConnectAttempts=1", "CallTimeout=2000"})
@ApplicationScoped
public class BrokerConnection {}
