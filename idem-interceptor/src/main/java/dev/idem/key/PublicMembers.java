package dev.idem.key;

import java.beans.BeanInfo;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of a class that is no record: properties with a getter, and public fields. */
final class PublicMembers {

    private PublicMembers() {}

    static List<Member> of(Class<?> type) {
        List<Member> members = new ArrayList<>();
        for (PropertyDescriptor property : properties(type)) {
            if (property.getReadMethod() != null && !property.getName().equals("class")) {
                members.add(new Member(
                        property.getName(),
                        property.getReadMethod().getReturnType(),
                        property.getReadMethod().getGenericReturnType(),
                        place(type, property)));
            }
        }
        Arrays.stream(type.getFields())
                .filter(field ->
                        !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers()))
                .filter(field -> members.stream().noneMatch(each -> each.name().equals(field.getName())))
                .forEach(field ->
                        members.add(new Member(field.getName(), field.getType(), field.getGenericType(), field)));
        return members;
    }

    private static PropertyDescriptor[] properties(Class<?> type) {
        try {
            BeanInfo bean = Introspector.getBeanInfo(type);
            return bean.getPropertyDescriptors();
        } catch (IntrospectionException e) {
            return new PropertyDescriptor[0];
        }
    }

    /** Constraints stand at the field as a rule, else at the getter. */
    private static AnnotatedElement place(Class<?> type, PropertyDescriptor property) {
        @Nullable Class<?> each = type;
        while (each != null) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getName().equals(property.getName()) && field.getAnnotations().length > 0) {
                    return field;
                }
            }
            each = each.getSuperclass();
        }
        return property.getReadMethod();
    }
}
