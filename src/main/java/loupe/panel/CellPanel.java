package loupe.panel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import loupe.cell.CellCompiler;
import loupe.cell.CellMistake;
import loupe.cell.CellPlace;
import loupe.cell.CellRun;
import loupe.cell.CellText;
import loupe.cell.CellTrace;
import loupe.cell.CompilerProcess;
import loupe.cell.SpareCompiler;
import loupe.experiment.Advice;
import loupe.experiment.Cancellation;

/**
 * A Java cell, as the page asks for it to be run: {@code {cells: [{id, code}], timeout}}, first the
 * cells that it uses, at last the cell itself; the time is in seconds. Not on the model thread.
 */
final class CellPanel implements Panel {
    private static final int LONGEST_CODE = 100_000;
    private static final int LONGEST_TIMEOUT = 60;
    private static final long LONGEST_COMPILING = 20_000;
    private static final long LOOK = 20;
    private static final long MILLION = 1_000_000;

    /**
     * The reply in the words of the protocol.
     *
     * @param written what it wrote, in the order it wrote it
     * @param end how it ended: {@code mistake} before it ran, or in small letters as {@link
     *     CellRun.End} has it
     * @param message one sentence where something is to be said
     * @param places the lines that are meant, the innermost first
     */
    private record Drawing(
            String state,
            List<CellRun.Written> written,
            String end,
            String message,
            List<Place> places,
            long milliseconds) {}

    /** A line of a cell, counted from 0, and the characters in it that are meant. */
    private record Place(String cell, int line, int from, int to) {}

    private final SpareCompiler compilers = new SpareCompiler();

    @Override
    public Reply run(JsonObject request, Cancellation cancellation) throws Advice {
        Optional<String> hindrance = CellRun.hindrance();
        if (hindrance.isPresent()) {
            throw new Advice(hindrance.get());
        }
        List<CellText> cells = cells(request);
        long timeout = Math.max(1, Math.min(LONGEST_TIMEOUT, Json.count(request, "timeout", 1)));
        try {
            CellCompiler.Compiled compiled = compiled(cells, cancellation);
            if (compiled.mistake().isPresent()) {
                return mistake(compiled.mistake().get(), cells);
            }
            CellRun.Result result =
                    CellRun.run(
                            compiled.classes(),
                            Duration.ofSeconds(timeout),
                            cancellation::isWished);
            return drawn(result, compiled, cells, timeout);
        } catch (IOException e) {
            throw new Advice("The cell did not start: " + e.getMessage() + ". Try again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Advice("Loupe is closing.", e);
        } finally {
            compilers.prepare();
        }
    }

    /** One of its own: a cell that does not end must not keep another from running. */
    @Override
    public Executor thread(Executor model) {
        return work -> {
            Thread thread = new Thread(work, "cell");
            thread.setDaemon(true);
            thread.start();
        };
    }

    private CellCompiler.Compiled compiled(List<CellText> cells, Cancellation cancellation)
            throws Advice, IOException, InterruptedException {
        if (!CellCompiler.exists()) {
            throw new Advice(
                    "Java cells need a compiler, which this Java does not have. Start Loupe with a"
                            + " JDK 17.");
        }
        try (CompilerProcess compiler = compilers.take()) {
            FutureTask<CellCompiler.Compiled> compiling =
                    new FutureTask<>(() -> compiler.compile(cells));
            Thread thread = new Thread(compiling, "cell compiler");
            thread.setDaemon(true);
            thread.start();
            return compiled(compiling, cancellation);
        }
    }

    private static CellCompiler.Compiled compiled(
            FutureTask<CellCompiler.Compiled> compiling, Cancellation cancellation)
            throws Advice, IOException, InterruptedException {
        for (long waited = 0; waited < LONGEST_COMPILING; waited += LOOK) {
            if (cancellation.isWished()) {
                throw new CancellationException("stopped while it was compiled");
            }
            try {
                return compiling.get(LOOK, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                continue;
            } catch (ExecutionException e) {
                throw new IOException("the compiler failed: " + e.getCause().getMessage(), e);
            }
        }
        throw new Advice(
                "The compiler did not come to an end with this code in "
                        + LONGEST_COMPILING / 1_000
                        + " seconds. Make it simpler.");
    }

    private static List<CellText> cells(JsonObject request) throws Advice {
        List<CellText> cells = new ArrayList<>();
        int characters = 0;
        for (JsonElement each : request.getAsJsonArray("cells")) {
            JsonObject cell = each.getAsJsonObject();
            cells.add(new CellText(Json.text(cell, "id"), Json.text(cell, "code")));
            characters += cells.get(cells.size() - 1).code().length();
        }
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("the request has no cells");
        }
        if (characters > LONGEST_CODE) {
            throw new Advice(
                    "This cell and those it uses have "
                            + characters
                            + " characters; "
                            + LONGEST_CODE
                            + " is the most. Take something out.");
        }
        return cells;
    }

    private static Reply mistake(CellMistake mistake, List<CellText> cells) {
        List<Place> places = List.of(place(mistake.at(), cells));
        return drawn(new Drawing("drawn", List.of(), "mistake", mistake.message(), places, 0));
    }

    private static Reply drawn(
            CellRun.Result result,
            CellCompiler.Compiled compiled,
            List<CellText> cells,
            long timeout) {
        Optional<CellTrace> trace =
                result.trace().map(each -> CellTrace.of(each, compiled.lines()));
        String message =
                switch (result.end()) {
                    case DONE -> "";
                    case FAILED -> trace.map(CellTrace::message).orElse("");
                    case TOO_LONG ->
                            "Stopped after "
                                    + (timeout == 1 ? "a second" : timeout + " seconds")
                                    + ", the time this cell has.";
                    case TOO_MUCH ->
                            "Stopped after it had written "
                                    + CellRun.LONGEST_OUTPUT
                                    + " characters, the most a cell may write.";
                    case STOPPED -> "Stopped.";
                    case DIED ->
                            "The process of this cell ended all at once; it may have had no more"
                                    + " memory. Run it again.";
                };
        return drawn(
                new Drawing(
                        "drawn",
                        result.written().stream().map(each -> written(each, compiled)).toList(),
                        result.end().name().toLowerCase(Locale.ROOT),
                        message,
                        trace.map(CellTrace::places).orElse(List.of()).stream()
                                .map(each -> place(each, cells))
                                .toList(),
                        result.nanos() / MILLION));
    }

    private static CellRun.Written written(CellRun.Written each, CellCompiler.Compiled compiled) {
        return new CellRun.Written(each.error(), CellTrace.lines(each.text(), compiled.lines()));
    }

    private static Reply drawn(Drawing drawing) {
        return new Reply.Drawn(Json.GSON.toJson(drawing));
    }

    private static Place place(CellPlace at, List<CellText> cells) {
        return new Place(cells.get(at.cell()).id(), at.line(), at.from(), at.to());
    }
}
