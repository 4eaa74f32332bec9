package loupe;

/** The composition root: puts the parts together and starts what was asked for. */
public final class App {
    private App() {}

    public static void main(String[] arguments) {
        System.out.println("Loupe");
    }
}
