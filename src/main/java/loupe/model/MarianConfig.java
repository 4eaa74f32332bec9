package loupe.model;

import loupe.tensor.Weights;

/**
 * The sizes and switches of a Marian, as its {@code config.json} names them.
 *
 * @param decoderVocabulary how many tokens it writes with (decoder_vocab_size)
 * @param shared whether both stacks have one table of tokens (share_encoder_decoder_embeddings)
 * @param tied whether the output head is the decoder's table (tie_word_embeddings)
 */
public record MarianConfig(TwoStacks sizes, int decoderVocabulary, boolean shared, boolean tied)
        implements Architecture {

    public MarianConfig {
        if (decoderVocabulary < 1 || shared && decoderVocabulary != sizes.vocabulary()) {
            throw new IllegalArgumentException("a shared table has one vocabulary");
        }
    }

    static MarianConfig read(Settings settings) {
        settings.madeAs("MarianMTModel", "MarianModel");
        TwoStacks sizes = TwoStacks.read(settings);
        boolean shared = settings.flag("share_encoder_decoder_embeddings", true);
        int written = settings.count("decoder_vocab_size", sizes.vocabulary());
        if (shared && written != sizes.vocabulary()) {
            throw settings.wrong(
                    "decoder_vocab_size", "vocab_size, which is " + sizes.vocabulary());
        }
        return new MarianConfig(sizes, written, shared, settings.flag("tie_word_embeddings", true));
    }

    @Override
    public Marian build(Weights weights) {
        return new Marian(this, weights);
    }
}
