package dev.idem.admin.web;

import java.util.Set;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/** Has every page pass through the {@link TranslatedTexts}. */
final class TranslationDialect extends AbstractDialect implements IPostProcessorDialect {

    private static final int AFTER_ALL = 1_000;

    TranslationDialect() {
        super("translation");
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return AFTER_ALL;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, TranslatedTexts.class, AFTER_ALL));
    }
}
