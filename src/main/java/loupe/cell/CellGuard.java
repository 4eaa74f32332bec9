package loupe.cell;

/** Keeps a cell to its rights; also counts threads, in whatever group, and lets the watch be. */
@SuppressWarnings("removal") // as of CellHost
final class CellGuard extends SecurityManager {
    static final int THREADS = 50;

    private final Thread watch;
    private final ThreadGroup all = Thread.currentThread().getThreadGroup().getParent();
    private final int ours = all.activeCount();

    CellGuard(Thread watch) {
        this.watch = watch;
    }

    @Override
    public void checkAccess(Thread thread) {
        if (thread == watch) {
            throw new SecurityException("a cell may not touch what ends its process");
        }
        super.checkAccess(thread);
    }

    @Override
    public void checkAccess(ThreadGroup group) {
        super.checkAccess(group);
        if (all.activeCount() - ours >= THREADS) {
            throw new SecurityException("a cell may have " + THREADS + " threads");
        }
    }
}
