"""How fast ``detente add`` is, and how much memory it takes: articles of about 500 words made of the examples.

    .venv/bin/python benchmarks/add.py [--articles 200] [--workers 2]

Each article mixes paragraphs of the example articles at random, so that no two are the same.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import detente

ROOT = Path(__file__).parent.parent
WORDS = 500


def mixed_articles(count: int, seed: int = 1) -> list[dict[str, str]]:
    """Articles of about 500 words with a title and a date."""
    paragraphs = [
        paragraph
        for document in detente.read(ROOT / "examples" / "articles")
        for paragraph in document.text.split("\n\n")
        if len(paragraph.split()) > 8
    ]
    dice = random.Random(seed)
    articles = []
    for number in range(count):
        chosen: list[str] = []
        while sum(len(paragraph.split()) for paragraph in chosen) < WORDS:
            chosen.append(dice.choice(paragraphs))
        published = f"{dice.randint(2011, 2024)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
        articles.append(
            {"id": str(number), "title": f"Article {number}", "published": published, "text": "\n\n".join(chosen)}
        )
    return articles


def memory_of(root: int) -> int:
    """Memory of a process and all below it, in bytes; what processes share is counted once (proportional set size)."""
    total, waiting = 0, [root]
    while waiting:
        process = waiting.pop()
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
            children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        total += sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
        waiting += map(int, children)
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "articles.jsonl")
        source.write_text("\n".join(map(json.dumps, mixed_articles(options.articles))), encoding="utf-8")
        command = [
            Path(sys.executable).with_name("detente"),
            "add",
            source,
            "--db",
            Path(folder, "bench.db"),
            "--quiet",
        ]
        start = time.perf_counter()
        process = subprocess.Popen([*command, "--workers", str(options.workers)])
        samples = []
        while process.poll() is None:
            samples.append(memory_of(process.pid))
            time.sleep(0.2)
        seconds = time.perf_counter() - start
    half = len(samples) // 2
    print(
        f"{options.articles} articles of {WORDS} words, {options.workers} workers: {seconds:.1f} s, "
        f"{options.articles / seconds:.1f} articles/s, start-up included"
    )
    print(
        f"memory: {max(samples) / 2**20:.0f} MiB at most; "
        f"{max(samples[:half]) / 2**20:.0f} MiB in the first half, {max(samples[half:]) / 2**20:.0f} in the second"
    )


if __name__ == "__main__":
    main()
