package loupe.cell;

/** Keeps a cell to its rights and from the threads of its host; also counts its own. */
@SuppressWarnings("removal") // as of CellHost
final class CellGuard extends SecurityManager {
    static final int THREADS = 50;

    private final ThreadGroup host = Thread.currentThread().getThreadGroup();
    private final ThreadGroup all = host.getParent();
    private final int before = all.activeCount();

    @Override
    public void checkAccess(Thread thread) {
        keepFrom(thread.getThreadGroup());
        super.checkAccess(thread);
    }

    @Override
    public void checkAccess(ThreadGroup group) {
        keepFrom(group);
        super.checkAccess(group);
        if (all.activeCount() - before >= THREADS) {
            throw new SecurityException("a cell may have " + THREADS + " threads");
        }
    }

    /** One of its threads ends the process with Loupe; Java itself may touch them. */
    private void keepFrom(ThreadGroup group) {
        if (group == host) {
            checkPermission(new RuntimePermission("modifyThreadGroup"));
        }
    }
}
