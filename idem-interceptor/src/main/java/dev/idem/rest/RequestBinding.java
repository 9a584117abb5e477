package dev.idem.rest;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells {@link HttpRequests} which request a thread serves. A listener and no filter: it is there before all filters.
 * Used by many threads at once.
 */
public class RequestBinding implements ServletRequestListener {

    @Inject
    private HttpRequests requests;

    /** Created by the container. */
    public RequestBinding() {}

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        if (event.getServletRequest() instanceof HttpServletRequest request && entersApplication(request)) {
            requests.bind(Exchange.of(request));
        }
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        ServletRequest request = event.getServletRequest();
        if (entersApplication(request)) {
            Exchange.in(request).ifPresent(requests::end);
        }
    }

    /** Forwards, includes and error pages are served inside the request that led to them. */
    private static boolean entersApplication(ServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                || request.getDispatcherType() == DispatcherType.ASYNC;
    }
}
