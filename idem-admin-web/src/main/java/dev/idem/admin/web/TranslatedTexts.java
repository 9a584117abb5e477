package dev.idem.admin.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.IText;
import org.unbescape.html.HtmlEscape;

/**
 * Translates the texts of a page that is made, those of tools for the blind included. Data is left alone: it stands in {@code
 * bdi}, {@code code}, {@code pre} and {@code textarea}. For one page.
 */
public final class TranslatedTexts extends AbstractTemplateHandler {

    private static final Set<String> DATA = Set.of("bdi", "code", "pre", "textarea", "script", "style");
    private static final List<String> SPOKEN = List.of("aria-label", "placeholder", "title", "label");

    private Translation translation = Translation.to(Locale.ENGLISH);
    private int within;

    /** Created by Thymeleaf. */
    public TranslatedTexts() {}

    @Override
    public void setContext(ITemplateContext context) {
        super.setContext(context);
        translation = Translation.to(context.getLocale());
    }

    @Override
    public void handleText(IText text) {
        if (translation.isNone() || within > 0) {
            super.handleText(text);
        } else {
            String given = text.getText();
            String plain = HtmlEscape.unescapeHtml(given);
            String other = translation.of(plain);
            super.handleText(
                    other.equals(plain)
                            ? text
                            : getContext().getModelFactory().createText(HtmlEscape.escapeHtml5Xml(other)));
        }
    }

    @Override
    public void handleOpenElement(IOpenElementTag tag) {
        super.handleOpenElement(translation.isNone() ? tag : spoken(tag));
        if (isData(tag.getElementCompleteName())) {
            within++;
        }
    }

    @Override
    public void handleStandaloneElement(IStandaloneElementTag tag) {
        super.handleStandaloneElement(translation.isNone() ? tag : spoken(tag));
    }

    @Override
    public void handleCloseElement(ICloseElementTag tag) {
        if (isData(tag.getElementCompleteName())) {
            within--;
        }
        super.handleCloseElement(tag);
    }

    private <T extends IProcessableElementTag> T spoken(T tag) {
        T result = tag;
        for (String name : SPOKEN) {
            String value = tag.getAttributeValue(name);
            if (value != null) {
                String other = translation.of(HtmlEscape.unescapeHtml(value));
                result = getContext().getModelFactory().setAttribute(result, name, HtmlEscape.escapeHtml5Xml(other));
            }
        }
        return result;
    }

    private static boolean isData(String element) {
        return DATA.contains(element.toLowerCase(Locale.ROOT));
    }
}
