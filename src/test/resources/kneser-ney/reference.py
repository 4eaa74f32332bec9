"""Interpolated Kneser-Ney straight from its definition, slowly: the numbers in KneserNeyTest.

Chen and Goodman (1999), equation 22: the discount of an order is n1 / (n1 + 2 n2).
"""

import math
from collections import defaultdict


def model(text, order, vocabulary):
    grams = {n: [tuple(text[i:i + n]) for i in range(len(text) - n + 1)] for n in range(1, order + 2)}
    count = {}
    for n in range(1, order + 1):
        count[n] = defaultdict(int)
        if n == order:
            for gram in grams[n]:
                count[n][gram] += 1
        else:
            for gram in set(grams[n + 1]):
                count[n][gram[1:]] += 1
    discount = {}
    for n in count:
        once = sum(c == 1 for c in count[n].values())
        twice = sum(c == 2 for c in count[n].values())
        discount[n] = once / (once + 2 * twice) if once else 0.5

    def probability(history, token):
        p = 1 / vocabulary
        for n in range(1, min(order, len(history) + 1) + 1):
            context = tuple(history[len(history) - n + 1:])
            followers = [c for gram, c in count[n].items() if gram[:-1] == context and c > 0]
            if followers:
                seen = count[n].get(context + (token,), 0)
                p = (max(0, seen - discount[n]) + discount[n] * len(followers) * p) / sum(followers)
        return p

    return probability


def loss(text, told, order, vocabulary):
    probability = model(text, order, vocabulary)
    return -sum(math.log(probability(told[:i], told[i])) for i in range(1, len(told))) / (len(told) - 1)


if __name__ == "__main__":
    learnt = [ord(c) for c in "the cat sat on the mat, and the dog sat on the log. the cat saw the dog. " * 2 + "a hat sat."]
    told = [ord(c) for c in "the dog saw the hat on a mat, zig zag."]
    for order in (1, 2, 3, 5):
        print(order, loss(learnt, told, order, 128))
