package dev.idem.cdi;

import dev.idem.check.BeanKind;
import dev.idem.check.Candidate;
import dev.idem.check.DeploymentCheck;
import dev.idem.check.Problem;
import dev.idem.check.ReplayHorizon;
import jakarta.annotation.Priority;
import jakarta.ejb.MessageDriven;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.Interceptor;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Finds the operations of a deployment and checks them; a mistake fails the deployment, all mistakes in one message. The
 * container calls it from one thread; what it found is read by many afterwards.
 */
public class IdempotencyExtension implements Extension {

    /** After Payara's own extension has placed its fault tolerance interceptor. */
    private static final int AFTER_FAULT_TOLERANCE = 9_000;

    private final List<AnnotatedType<?>> beans = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final KeySourceBeans keySources = new KeySourceBeans();
    private final CipherCheck cipher = new CipherCheck();
    private boolean ownCodec;
    private volatile List<Candidate> operations = List.of();

    void order(@Observes @Priority(AFTER_FAULT_TOLERANCE) AfterTypeDiscovery discovery) {
        InterceptorOrder.correct(discovery.getInterceptors());
    }

    void bean(@Observes ProcessBean<?> event) {
        ownCodec |= ChosenCodec.isApplications(event.getBean());
        keySources.add(event.getBean());
        cipher.add(event.getBean());
        if (event.getBean().getName() != null) {
            names.add(event.getBean().getName());
        }
        if (event instanceof ProcessManagedBean<?> managed && !(event.getBean() instanceof Interceptor<?>)) {
            beans.add(managed.getAnnotatedBeanClass());
        }
    }

    void messageDrivenBean(@Observes @WithAnnotations(MessageDriven.class) ProcessAnnotatedType<?> type) {
        beans.add(type.getAnnotatedType());
    }

    private Set<Class<?>> classes() {
        return beans.stream().map(AnnotatedType::getJavaClass).collect(Collectors.toSet());
    }

    void check(@Observes AfterDeploymentValidation validation, BeanManager container) {
        List<Problem> problems = check(container);
        if (!problems.isEmpty()) {
            validation.addDeploymentProblem(new DeploymentException(report(problems)));
        }
    }

    private List<Problem> check(BeanManager container) {
        Config config = ConfigProvider.getConfig();
        OperationSearch search = new OperationSearch(names::contains, config);
        List<Candidate> found = beans.stream().flatMap(search::in).toList();
        operations = found;
        return Stream.of(
                        search.problems().stream(),
                        new DeploymentCheck(
                                        jsonBinding(),
                                        type -> keySources.serving(type).isPresent())
                                .check(found).stream(),
                        keySources.problems(),
                        new PlacementCheck(container).check(beans, found),
                        DataSourceCheck.problems(config),
                        ReplayHorizon.problems(config.getOptionalValue(ReplayHorizon.SETTING, String.class), found),
                        cipher.problems(config),
                        CacheCheck.problems(found, config),
                        ThisDeployment.problems(config),
                        RunAs.problems(config))
                .flatMap(each -> each)
                .toList();
    }

    /**
     * Checks classes with operations that CDI may not have seen. A message-driven bean that only a descriptor declares is
     * one: it is told from a class that is no bean by being a listener.
     *
     * @throws DeploymentException if one is no bean, or has a mistake
     */
    void requireBeans(Collection<Class<?>> annotated, BeanManager container) {
        List<Class<?>> declared = annotated.stream()
                .filter(type -> BeanKind.of(type) == BeanKind.MESSAGE_DRIVEN
                        && !classes().contains(type))
                .toList();
        declared.forEach(type -> beans.add(container.createAnnotatedType(type)));
        List<Problem> problems = Stream.concat(
                        OverlookedClasses.problems(annotated, classes()).stream(),
                        declared.isEmpty() ? Stream.empty() : check(container).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new DeploymentException(report(problems));
        }
    }

    private static String report(List<Problem> problems) {
        return problems.stream()
                .map(Problem::toString)
                .distinct()
                .collect(Collectors.joining("\n  ", "Idem found " + problems.size() + " mistake(s):\n  ", ""));
    }

    KeySourceBeans keySources() {
        return keySources;
    }

    Replayability replayability() {
        return new Replayability(ownCodec, RunAs.of(ConfigProvider.getConfig()));
    }

    /** Tells whether arguments and results go through Jakarta JSON Binding. */
    boolean jsonBinding() {
        return !ownCodec;
    }

    List<Candidate> operations() {
        return operations;
    }
}
