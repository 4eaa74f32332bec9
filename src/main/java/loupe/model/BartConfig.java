package loupe.model;

import loupe.tensor.Weights;

/**
 * The sizes and switches of a BART, as its {@code config.json} names them.
 *
 * @param start what the decoder reads first (decoder_start_token_id)
 * @param end what a text ends with (eos_token_id)
 * @param pad what stands where a text has ended (pad_token_id)
 * @param labels how many a classifier tells apart (id2label); 0 for a model that writes
 */
public record BartConfig(TwoStacks sizes, int start, int end, int pad, int labels)
        implements Architecture {

    public BartConfig {
        if (labels < 0) {
            throw new IllegalArgumentException(labels + " labels");
        }
    }

    static BartConfig read(Settings settings) {
        int end = settings.index("eos_token_id", 2);
        String made =
                settings.madeAs(
                        "BartForConditionalGeneration",
                        "BartForSequenceClassification",
                        "BartModel");
        return new BartConfig(
                TwoStacks.read(settings),
                settings.index("decoder_start_token_id", end),
                end,
                settings.index("pad_token_id", 1),
                made.equals("BartForSequenceClassification") ? settings.labels() : 0);
    }

    DecoderStart decoderStart() {
        return new DecoderStart(start, pad);
    }

    @Override
    public Bart build(Weights weights) {
        return new Bart(this, weights);
    }
}
