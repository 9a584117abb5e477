package dev.idem.demo.broker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.JMSConnectionFactoryDefinition;

/** The way to the broker, through the resource adapter that the launcher deploys; Idem's outbox sends over it. */
@JMSConnectionFactoryDefinition(
        name = "java:app/jms/broker",
        interfaceName = "jakarta.jms.ConnectionFactory",
        resourceAdapter = "artemis-rar",
        maxPoolSize = 10)
@ApplicationScoped
public class BrokerConnection {}
