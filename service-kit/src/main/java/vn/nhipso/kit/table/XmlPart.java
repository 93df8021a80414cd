package vn.nhipso.kit.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A forward walk over the tags of a part. */
final class XmlPart implements AutoCloseable {

    private static final int DEEPEST = 100;
    private static final int MOST_NAMES = 2_000;
    private static final int MOST_NAMESPACES = 20_000;

    private final InputStream content;
    private final XMLStreamReader reader;
    private final Set<String> names = new HashSet<>();
    private int namespaces;
    private int depth;

    XmlPart(InputStream content) throws IOException {
        this.content = content;
        try {
            this.reader = factory().createXMLStreamReader(characters(content));
        } catch (XMLStreamException unreadable) {
            content.close();
            throw Malformed.file(unreadable);
        }
    }

    /** Goes to the next tag; false at the end. */
    boolean next() {
        while (hasNext()) {
            int event = event();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    boolean opens(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean closes(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    /** An attribute of the open tag, whatever its namespace. */
    @Nullable String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    String attribute(String name, String otherwise) {
        String value = attribute(name);
        return value == null ? otherwise : value;
    }

    /** Appends the text up to the end of the open tag, and no more of it than a cell may have and one character. */
    void text(StringBuilder text, TableLimits limits) {
        int open = 1;
        while (open > 0 && hasNext()) {
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    int room = limits.cellLength() + 1 - text.length();
                    if (room > 0) {
                        text.append(
                                reader.getTextCharacters(),
                                reader.getTextStart(),
                                Math.min(room, reader.getTextLength()));
                    }
                }
                default -> {}
            }
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private boolean hasNext() {
        try {
            return reader.hasNext();
        } catch (XMLStreamException unreadable) {
            throw Malformed.file(unreadable);
        }
    }

    private int event() {
        int event;
        try {
            event = reader.next();
        } catch (XMLStreamException | RuntimeException unreadable) {
            // The JDK's parser answers some broken documents with unchecked exceptions.
            throw Malformed.file(unreadable);
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
            depth++;
            refuseEndlessNames();
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw XmlScreen.refused();
        }
        return event;
    }

    /** The parser remembers every name and every open tag: there must not be millions of them. */
    private void refuseEndlessNames() {
        names.add(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            names.add(reader.getAttributeLocalName(i));
        }
        namespaces += reader.getNamespaceCount();
        if (depth > DEEPEST || names.size() > MOST_NAMES || namespaces > MOST_NAMESPACES) {
            throw XmlScreen.refused();
        }
    }

    /** Decoded here: the parser would follow the encoding that a part declares, and print what it thinks of wrong bytes. */
    private static Reader characters(InputStream content) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /** The JDK's own, whatever else is on the class path. A factory holds on to the last reader it made, so none is kept. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }
}
