package dev.idem.admin.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mvc.engine.ViewEngine;
import jakarta.mvc.engine.ViewEngineContext;
import jakarta.mvc.engine.ViewEngineException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Jakarta MVC's way to our {@link Templates}. */
@ApplicationScoped
public class ThymeleafViewEngine implements ViewEngine {

    @Inject
    Templates templates;

    @Inject
    Frames frames;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public ThymeleafViewEngine() {}

    @Override
    public boolean supports(String view) {
        return view.endsWith(".html");
    }

    @Override
    public void processView(ViewEngineContext context) throws ViewEngineException {
        Map<String, Object> values = new HashMap<>(context.getModels().asMap());
        Frame frame = frames.of(context.getRequest(HttpServletRequest.class));
        values.put("frame", frame);
        String html = templates.render(context.getView(), frame.locale(), values);
        try {
            context.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new ViewEngineException(failure);
        }
    }
}
