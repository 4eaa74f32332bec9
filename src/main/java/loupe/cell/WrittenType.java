package loupe.cell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/**
 * Writes a type as it stands in a declaration. Where Java has no way to write an intersection of
 * types, its first stands for it.
 */
final class WrittenType extends SimpleTypeVisitor14<Boolean, Void> {
    /** Types can be made in a few lines that nobody can write down. */
    private static final int LONGEST = 1_000;

    private final StringBuilder text = new StringBuilder();

    private WrittenType() {
        super(false);
    }

    /** The type in words; empty where it has no name or is too long. */
    static Optional<String> of(TypeMirror type) {
        WrittenType written = new WrittenType();
        return written.visit(type) ? Optional.of(written.text.toString()) : Optional.empty();
    }

    private boolean write(String words) {
        text.append(words);
        return text.length() < LONGEST;
    }

    @Override
    public Boolean visitPrimitive(PrimitiveType type, Void none) {
        return write(type.getKind().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Boolean visitArray(ArrayType type, Void none) {
        return visit(type.getComponentType()) && write("[]");
    }

    @Override
    public Boolean visitIntersection(IntersectionType type, Void none) {
        return visit(type.getBounds().get(0));
    }

    @Override
    public Boolean visitDeclared(DeclaredType type, Void none) {
        TypeElement element = (TypeElement) type.asElement();
        return element.getNestingKind() != NestingKind.ANONYMOUS
                && name(type.getEnclosingType(), element)
                && arguments(type.getTypeArguments());
    }

    private boolean name(TypeMirror outer, TypeElement element) {
        return outer instanceof DeclaredType generic && !generic.getTypeArguments().isEmpty()
                ? visit(outer) && write("." + element.getSimpleName())
                : write(element.getQualifiedName().toString());
    }

    private boolean arguments(List<? extends TypeMirror> types) {
        String before = "<";
        for (TypeMirror each : types) {
            boolean bound = each.getKind() == TypeKind.INTERSECTION;
            if (!write(before) || bound && !write("? extends ") || !visit(each)) {
                return false;
            }
            before = ", ";
        }
        return types.isEmpty() || write(">");
    }

    @Override
    public Boolean visitWildcard(WildcardType type, Void none) {
        if (type.getExtendsBound() != null) {
            return write("? extends ") && visit(type.getExtendsBound());
        }
        return write("?")
                && (type.getSuperBound() == null
                        || write(" super ") && visit(type.getSuperBound()));
    }
}
