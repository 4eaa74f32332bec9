"""Makes beams.json: what Hugging Face transformers writes with the fixtures of ../golden.

python beams.py GOLDEN > beams.json, where GOLDEN is the folder of all fixtures.
"""

import json
import sys

import torch
import transformers
from transformers import BartForConditionalGeneration, MarianMTModel, T5ForConditionalGeneration

GOLDEN = sys.argv[1]
MODELS = {
    "bart-generation": (BartForConditionalGeneration, [54, 85, 23]),
    "marian-all-names": (MarianMTModel, [32, 35, 97]),
    "t5-relu-tied": (T5ForConditionalGeneration, [11, 76, 79]),
}
SETTINGS = [
    dict(num_beams=1, max_length=12),
    dict(num_beams=4, max_length=12, early_stopping=False, length_penalty=1.0),
    dict(num_beams=4, max_length=14, early_stopping=True, length_penalty=2.0, min_length=6, no_repeat_ngram_size=2),
    dict(num_beams=3, max_length=10, early_stopping="never", length_penalty=0.5, no_repeat_ngram_size=3),
    dict(num_beams=5, max_length=16, early_stopping=False, length_penalty=-0.5, min_length=4, forced_bos_token_id=5),
    dict(num_beams=2, max_length=9, early_stopping=True, length_penalty=0.0, bad_words_ids=[[7], [20, 21], [99]]),
]
KEYS = ("forced_eos_token_id", "decoder_start_token_id", "eos_token_id", "pad_token_id")


def settings(name, ends):
    """The settings above, and some in which a token that the model likes ends a text."""
    early = zip((False, True, "never"), (1.0, 0.6, 1.5), ends)
    for one in SETTINGS + [
        dict(num_beams=4, max_length=15, early_stopping=e, length_penalty=p, eos_token_id=t, forced_eos_token_id=t)
        for e, p, t in early
    ]:
        yield dict(one, bad_words_ids=one.get("bad_words_ids", [[99]])) if name.startswith("marian") else one


def write(model, config, ids, one):
    keys = {key: config[key] for key in KEYS if key in config}
    how = transformers.GenerationConfig(
        **{**keys, **one},
        num_return_sequences=one["num_beams"],
        do_sample=False,
        use_cache=False,
        return_dict_in_generate=True,
        output_scores=True,
    )
    ids = torch.tensor(ids)
    with torch.no_grad():
        return model.generate(ids, attention_mask=torch.ones_like(ids), generation_config=how)


cases = []
for name, (kind, ends) in MODELS.items():
    model = kind.from_pretrained(f"{GOLDEN}/{name}").eval()
    config = json.load(open(f"{GOLDEN}/{name}/config.json"))
    inputs = json.load(open(f"{GOLDEN}/{name.replace('all-names', 'tied')}/reference.json"))["cases"]
    for case in ("len_1", "len_5", "len_17"):
        ids = inputs[case]["inputs"]["input_ids"]
        for one in settings(name, ends):
            found = write(model, config, ids, one)
            scores = found.sequences_scores.tolist() if one["num_beams"] > 1 else None
            cases.append(dict(model=name, input=ids[0], settings=one, ids=found.sequences.tolist(), scores=scores))
versions = dict(transformers=transformers.__version__, torch=torch.__version__)
lines = ",\n".join("  " + json.dumps(case, separators=(",", ":")) for case in cases)
print('{"made_by": %s,\n "cases": [\n%s\n]}' % (json.dumps(versions), lines))
