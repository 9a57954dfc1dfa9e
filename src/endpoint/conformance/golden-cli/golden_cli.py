"""The AWS CLI as Debian ships it, unmodified, many times in one process. Run by real-cli.ts.

Each line of standard input is a command, {"words": [...], "variables": {...}}; each line of standard output is what it
printed and its exit code. Starting Python once a command would take ten times as long.
"""

import io
import json
import os
import sys

from awscli.clidriver import AWSCLIEntryPoint

# Of the CLI's own botocore, which it finds once the line above has been run; there may be another for boto3.
from botocore.loaders import Loader

requests, answers = sys.stdin, sys.stdout
inherited = dict(os.environ)


def share_loaded_files():
    """Every command makes a session with a loader of its own; the model files that they read are the same all along."""
    cache = {}
    initialise = Loader.__init__

    def initialise_with_cache(self, *args, **kwargs):
        initialise(self, *args, **kwargs)
        self._cache = cache

    Loader.__init__ = initialise_with_cache


def text_stream():
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True)


def run(words, variables):
    os.environ.clear()
    os.environ.update(inherited, **variables)
    sys.argv = ["aws", *words]
    sys.stdout, sys.stderr = text_stream(), text_stream()
    try:
        exit_code = AWSCLIEntryPoint().main(words)
    except SystemExit as end:
        exit_code = end.code
    printed = [stream.buffer.getvalue().decode() for stream in (sys.stdout, sys.stderr)]
    return {"stdout": printed[0], "stderr": printed[1], "exitCode": exit_code or 0}


share_loaded_files()
for line in requests:
    print(json.dumps(run(**json.loads(line))), file=answers, flush=True)
