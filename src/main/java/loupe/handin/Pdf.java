package loupe.handin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDestinationDictionary;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;

/** A PDF with files in it (ISO 32000-1, 7.11.4), and where its named places are. */
final class Pdf {
    private Pdf() {}

    /** A file to go into a PDF. */
    record Attachment(String type, byte[] bytes) {}

    /** Writes a printed PDF anew, with the files in it and its author named. */
    static void bind(
            Path printed, Path bound, String title, String author, Map<String, Attachment> files)
            throws IOException {
        try (PDDocument document = Loader.loadPDF(printed.toFile())) {
            Map<String, PDComplexFileSpecification> named = new TreeMap<>();
            COSArray associated = new COSArray();
            for (Map.Entry<String, Attachment> each : files.entrySet()) {
                PDComplexFileSpecification file = file(document, each.getKey(), each.getValue());
                named.put(each.getKey(), file);
                associated.add(file.getCOSObject());
            }
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(named);
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            PDDocumentNameDictionary names =
                    catalog.getNames() == null
                            ? new PDDocumentNameDictionary(catalog)
                            : catalog.getNames();
            names.setEmbeddedFiles(tree);
            catalog.setNames(names);
            catalog.getCOSObject().setItem(COSName.AF, associated);
            document.getDocumentInformation().setTitle(title);
            document.getDocumentInformation().setAuthor(author);
            document.getDocumentInformation().setProducer("Loupe");
            document.save(bound.toFile());
        }
    }

    private static PDComplexFileSpecification file(
            PDDocument document, String name, Attachment content) throws IOException {
        PDEmbeddedFile stream =
                new PDEmbeddedFile(
                        document, new ByteArrayInputStream(content.bytes()), COSName.FLATE_DECODE);
        stream.setSubtype(content.type());
        stream.setSize(content.bytes().length);
        stream.setCreationDate(Calendar.getInstance());
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(name);
        file.setFileUnicode(name);
        file.setEmbeddedFile(stream);
        file.setEmbeddedFileUnicode(stream);
        file.getCOSObject().setName("AFRelationship", "Data");
        return file;
    }

    /** What was found in a PDF: the files in it, and the page (from 0) of each place asked for. */
    record Opened(int pages, Map<String, byte[]> files, Map<String, Integer> places) {}

    /** Opens a PDF and looks for named places; one that is not there is not in the answer. */
    static Opened open(Path pdf, Iterable<String> places) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            Map<String, byte[]> files = new LinkedHashMap<>();
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            if (catalog.getNames() != null && catalog.getNames().getEmbeddedFiles() != null) {
                Map<String, PDComplexFileSpecification> named =
                        catalog.getNames().getEmbeddedFiles().getNames();
                for (Map.Entry<String, PDComplexFileSpecification> each : named.entrySet()) {
                    try (InputStream in = each.getValue().getEmbeddedFile().createInputStream()) {
                        files.put(each.getKey(), in.readAllBytes());
                    }
                }
            }
            Map<String, Integer> found = new LinkedHashMap<>();
            for (String place : places) {
                page(document, place).ifPresent(page -> found.put(place, page));
            }
            return new Opened(document.getNumberOfPages(), files, found);
        }
    }

    /** Chromium writes its places into the catalogue itself, as PDF 1.1 did. */
    private static Optional<Integer> page(PDDocument document, String place) throws IOException {
        PDDocumentNameDestinationDictionary places = document.getDocumentCatalog().getDests();
        PDDestination found = places == null ? null : places.getDestination(place);
        return Optional.ofNullable(found)
                .filter(PDPageDestination.class::isInstance)
                .map(each -> ((PDPageDestination) each).retrievePageNumber())
                .filter(page -> page >= 0);
    }
}
