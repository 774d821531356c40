"""`python -m tests.support.provider --port 0` prints its address and serves until it is ended."""

import argparse
import asyncio
import contextlib
import sys

from .server import ScriptedProvider


async def serve(port: int) -> None:
    async with ScriptedProvider(port) as provider:
        sys.stdout.write(f"{provider.url}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


def main() -> None:
    parser = argparse.ArgumentParser(description="A provider of models that says what a script tells it.")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(parser.parse_args().port))


if __name__ == "__main__":
    main()
