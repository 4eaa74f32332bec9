package loupe.lesson;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The lines of a question that its prompt is made of: those of its block without the blocks inside
 * it. {@code marked} are lines whose tick says what is right: the prompt has them without.
 */
record Prompt(Set<Integer> lines, Set<Integer> marked) {
    private static final Pattern TICK = Pattern.compile("\\[[xX]\\]");

    static Prompt lines(Directive block, List<Directive> all) {
        Set<Integer> lines = new TreeSet<>();
        int end = block.lastLine() + (block.closed() ? 0 : 1);
        for (int line = block.line() + 1; line < end; line++) {
            if (!inside(line, block, all)) {
                lines.add(line);
            }
        }
        return new Prompt(lines, Set.of());
    }

    private static boolean inside(int line, Directive block, List<Directive> all) {
        return all.stream()
                .filter(each -> each.line() > block.line() && each.line() <= block.lastLine())
                .anyMatch(each -> each.line() <= line && line <= each.lastLine());
    }

    Prompt without(Set<Integer> secret, Set<Integer> ticked) {
        Set<Integer> open = new TreeSet<>(lines);
        open.removeAll(secret);
        return new Prompt(open, ticked);
    }

    String text(Source source) {
        StringBuilder text = new StringBuilder();
        for (int line : lines) {
            String words = source.line(line);
            text.append(marked.contains(line) ? TICK.matcher(words).replaceFirst("[ ]") : words)
                    .append('\n');
        }
        return text.toString();
    }
}
