package dev.idem.observe;

/** A bean that needs an API which may be absent. Named by text, so that naming it loads nothing. */
enum OptionalBean {
    METRICS("CallMetrics", "org.eclipse.microprofile.metrics.MetricRegistry"),
    GAUGES("StoreGauges", "org.eclipse.microprofile.metrics.MetricRegistry"),
    HEALTH("StoreReadiness", "org.eclipse.microprofile.health.HealthCheck"),
    TRACES("SpanAttributes", "io.opentelemetry.api.trace.Span"),
    LOGS("LogContext", "org.slf4j.MDC");

    private final String bean;
    private final String api;

    OptionalBean(String bean, String api) {
        this.bean = getClass().getPackageName() + "." + bean;
        this.api = api;
    }

    /** The class without which it is of no use. */
    String api() {
        return api;
    }

    String className() {
        return bean;
    }

    Class<?> load(ClassLoader loader) {
        try {
            return Class.forName(bean, false, loader);
        } catch (ClassNotFoundException incomplete) {
            throw new IllegalStateException("Idem's jar is not complete", incomplete);
        }
    }
}
