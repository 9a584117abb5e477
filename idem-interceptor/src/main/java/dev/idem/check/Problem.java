package dev.idem.check;

import java.lang.reflect.Method;

/**
 * A mistake found at deployment.
 *
 * @param id its stable id
 * @param place where it is: class and method, or the whole application
 * @param text what is wrong
 * @param remedy what to do
 */
public record Problem(ProblemId id, String place, String text, String remedy) {

    static Problem at(ProblemId id, Class<?> bean, Method method, String text, String remedy) {
        return new Problem(id, bean.getName() + "." + method.getName(), text, remedy);
    }

    @Override
    public String toString() {
        return id.code() + " " + place + ": " + text + ". Remedy: " + remedy;
    }
}
