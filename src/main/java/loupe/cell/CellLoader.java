package loupe.cell;

import java.security.AccessControlContext;
import java.security.Permissions;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.PropertyPermission;

/** The classes of the cells, each without any right but these. */
@SuppressWarnings("removal") // as of CellHost
final class CellLoader extends ClassLoader {
    private final Map<String, byte[]> classes;
    private final ProtectionDomain domain = new ProtectionDomain(null, rights());

    CellLoader(Map<String, byte[]> classes) {
        super(ClassLoader.getPlatformClassLoader());
        this.classes = classes;
    }

    /** The rights of a cell, for a thread to have no others. */
    AccessControlContext context() {
        return new AccessControlContext(new ProtectionDomain[] {domain});
    }

    private static Permissions rights() {
        Permissions rights = new Permissions();
        rights.add(new PropertyPermission("java.version", "read"));
        rights.add(new PropertyPermission("line.separator", "read"));
        rights.add(new RuntimePermission("modifyThread")); // to shut an executor down
        rights.setReadOnly();
        return rights;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length, domain);
    }
}
