package dev.idem.admin.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Renders the templates that lie beside the classes of their pages. The whole page is a text before anything is sent, so
 * that a page that fails becomes an error page and not half a page.
 */
@ApplicationScoped
public class Templates {

    private static final String FOLDER = "dev/idem/admin/";

    private final TemplateEngine engine;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected Templates() {
        this("");
    }

    /** Takes addresses from the web application's context root. */
    @Inject
    public Templates(ServletContext context) {
        this(context.getContextPath());
    }

    Templates(String contextPath) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        resolver.setPrefix(FOLDER);
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.addDialect(new TranslationDialect());
        engine.setLinkBuilder(new ConsoleLinks(contextPath));
    }

    /**
     * Renders a page.
     *
     * @param template one of ours, such as {@code keys/list.html}; never made of data
     * @param locale the language it is in
     * @param values what it shows
     */
    String render(String template, Locale locale, Map<String, Object> values) {
        return engine.process(template, new Context(locale, values));
    }

    /** Links below the context root; parameters are encoded by Thymeleaf. */
    private static final class ConsoleLinks extends StandardLinkBuilder {

        private final String contextPath;

        private ConsoleLinks(String contextPath) {
            this.contextPath = contextPath;
        }

        @Override
        protected String computeContextPath(
                IExpressionContext context, String base, @Nullable Map<String, Object> parameters) {
            return contextPath;
        }

        @Override
        protected String processLink(IExpressionContext context, String link) {
            return link;
        }
    }
}
