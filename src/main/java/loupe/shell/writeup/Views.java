package loupe.shell.writeup;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import loupe.answer.AnswerHistory;
import loupe.answer.Evidence;

/** The attached views that answers name, brought from the store. */
final class Views {

    private final Supplier<AnswerHistory> store;

    Views(Supplier<AnswerHistory> store) {
        this.store = store;
    }

    CompletableFuture<Optional<Evidence>> find(String sha256) {
        return store.get().evidence(sha256);
    }

    /** The address a picture has among the HTML of a preview; nothing is ever fetched from it. */
    static String address(String sha256) {
        return "http://evidence/" + sha256 + ".png";
    }

    /**
     * The pictures a text names, by their SHA-256, at most so wide. Completes on a thread of the
     * store's; a view that is not there has no picture.
     */
    CompletableFuture<Map<String, Image>> pictures(String markdown, int width) {
        Map<String, Image> pictures = new LinkedHashMap<>();
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (String sha256 : Evidence.namedIn(markdown)) {
            all.add(
                    find(sha256)
                            .thenAccept(
                                    found ->
                                            found.flatMap(each -> scaled(each, width))
                                                    .ifPresent(it -> pictures.put(sha256, it))));
        }
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(done -> pictures);
    }

    private static Optional<Image> scaled(Evidence view, int width) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(view.png()));
            if (picture == null || picture.getWidth() <= width) {
                return Optional.ofNullable(picture);
            }
            int height = Math.max(1, picture.getHeight() * width / picture.getWidth());
            BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = small.createGraphics();
            pen.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            pen.drawImage(
                    picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING),
                    0,
                    0,
                    null);
            pen.dispose();
            return Optional.of(small);
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }
}
