"""What installer/bench --engine has beside it: the same shapes in PyTorch's own transformers, eager, all attention kept."""
import sys
import time

import torch
from transformers import BertConfig, BertModel, GPT2Config, GPT2Model

runs = int(sys.argv[1])
models = [("bert-base-uncased", BertModel, BertConfig()), ("gpt2", GPT2Model, GPT2Config())]
for name, build, config in models:
    config._attn_implementation = "eager"
    model = build(config).eval()
    print(f"{name}, transformers in PyTorch {torch.__version__}, {torch.get_num_threads()} threads (medians of {runs} runs)")
    for length in (8, 32, 128, 512):
        ids = torch.arange(length)[None] * 7 + 1000
        taken = []
        with torch.no_grad():
            for run in range(runs + 3):
                start = time.perf_counter()
                model(ids, output_attentions=True)
                taken.append((time.perf_counter() - start) * 1000)
        taken = sorted(taken[3:])
        print(f"  {f'{length} tokens':32} {taken[len(taken) // 2]:7.0f} ms   ({taken[0]:.0f} to {taken[-1]:.0f})")
