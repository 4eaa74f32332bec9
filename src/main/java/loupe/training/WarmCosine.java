package loupe.training;

/**
 * A learning rate that rises in a line, then falls along half a cosine to a twentieth (Loshchilov
 * and Hutter 2017).
 *
 * @param peak the highest rate
 * @param warmUp the part of the run in which it rises
 */
record WarmCosine(double peak, double warmUp) {

    private static final double LEAST = 0.05;

    /**
     * @param progress part of the run that is done, 0 to 1
     */
    double at(double progress) {
        if (progress < warmUp) {
            return peak * (progress + 1e-3) / (warmUp + 1e-3);
        }
        double done = Math.min(1, (progress - warmUp) / (1 - warmUp));
        return peak * (LEAST + (1 - LEAST) * (1 + Math.cos(Math.PI * done)) / 2);
    }
}
