"""Runs the tests of the service. Started by Scripts/check-service."""

from __future__ import annotations

import argparse
import pathlib
import sys
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "-k", metavar="PATTERN", action="append", help="only tests with this in their name"
    )
    parser.add_argument("-v", "--verbose", action="store_true", help="a line for each test")
    words = parser.parse_args()
    loader = unittest.TestLoader()
    if words.k:
        loader.testNamePatterns = [it if "*" in it else f"*{it}*" for it in words.k]
    start = time.monotonic()
    suite = loader.discover(str(HERE), top_level_dir=str(HERE))
    runner = unittest.TextTestRunner(verbosity=2 if words.verbose else 1, stream=sys.stdout)
    result = runner.run(suite)
    failed = {
        test.test_case if isinstance(test, unittest.case._SubTest) else test
        for test, _ in result.failures + result.errors
    }
    print(
        f"check-service: {result.testsRun} tests, {len(failed)} failed, "
        f"{time.monotonic() - start:.0f} s",
        flush=True,
    )
    if not result.testsRun:
        print("check-service: no test has that name", file=sys.stderr)
        return 2
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
