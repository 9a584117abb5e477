package dev.idem.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.idem.engine.AnswerCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Brings the near cache to whoever asks for it, which is a deployment with {@code cacheFor}. */
@ApplicationScoped
class AnswerCacheProducer {

    @Produces
    @Singleton
    AnswerCache answers() {
        CacheSettings settings = CacheSettings.of(ConfigProvider.getConfig());
        return new CaffeineAnswers(settings.maxSize(), Ticker.systemTicker());
    }
}
