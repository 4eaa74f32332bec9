package loupe.author;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import loupe.lesson.Finding;
import loupe.lesson.Severity;
import loupe.lesson.Spot;

/** How findings are written: for a person, for a program, or for GitHub's own pages. */
public enum FindingFormat {
    /** The first twenty with their lines, and a count. */
    TEXT {
        @Override
        public String print(List<Finding> findings, String prefix) {
            return Finding.print(findings);
        }
    },
    /** All of them, as one array. */
    JSON {
        @Override
        public String print(List<Finding> findings, String prefix) {
            JsonArray all = new JsonArray();
            findings.forEach(each -> all.add(json(each, prefix)));
            return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(all)
                    + "\n";
        }
    },
    /** Workflow commands that GitHub shows beside the lines of a change. */
    GITHUB {
        @Override
        public String print(List<Finding> findings, String prefix) {
            return findings.stream()
                    .map(each -> command(each, prefix))
                    .collect(Collectors.joining());
        }
    };

    /**
     * @param prefix put before each file's path, empty or with a slash at its end
     */
    public abstract String print(List<Finding> findings, String prefix);

    private static JsonObject json(Finding finding, String prefix) {
        Spot spot = finding.spot();
        JsonObject json = new JsonObject();
        json.addProperty("file", prefix + spot.file());
        json.addProperty("line", spot.line());
        json.addProperty("column", spot.column());
        json.addProperty("width", spot.width());
        json.addProperty("severity", finding.severity().word());
        json.addProperty("code", finding.code());
        json.addProperty("message", finding.message());
        json.addProperty("fix", finding.fix());
        json.addProperty("mechanical", !finding.edits().isEmpty());
        return json;
    }

    private static String command(Finding finding, String prefix) {
        Spot spot = finding.spot();
        String kind = finding.severity() == Severity.ERROR ? "error" : "warning";
        String place =
                spot.line() == 0
                        ? ""
                        : ",line="
                                + spot.line()
                                + ",col="
                                + spot.column()
                                + ",endColumn="
                                + (spot.column() + Math.max(1, spot.width()));
        String message =
                finding.message() + (finding.fix().isEmpty() ? "" : "\nfix: " + finding.fix());
        return "::"
                + kind
                + " file="
                + property(prefix + spot.file())
                + place
                + ",title="
                + finding.code()
                + "::"
                + data(message)
                + "\n";
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
