"""Runs the checks of the map page, and takes pictures of it. Started by Scripts/check-page."""
import argparse
import contextlib
import pathlib
import sys
import time

from playwright.sync_api import sync_playwright

import checks
import manners  # registers its checks
import pictures
from stand import CHROMIUM, Server


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", type=pathlib.Path, help="the folder of yulin and yulin-server")
    parser.add_argument("--url", help="a server that runs already, over the sample county")
    parser.add_argument("--shots", type=pathlib.Path, help="a folder for pictures")
    parser.add_argument("--only", help="only checks whose name has this in it")
    words = parser.parse_args()
    server = contextlib.nullcontext(words.url) if words.url else Server(words.programs)
    failures = 0
    with server as url, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        for one in checks.CHECKS:
            if words.only and words.only not in one.__name__:
                continue
            start = time.monotonic()
            try:
                faults = one(browser, url)
            except Exception as error:  # a check that breaks has failed; the others still run
                faults = [f"{type(error).__name__}: {str(error)[:900]}"]
            failures += bool(faults)
            print(f"{'FAIL' if faults else 'ok  '} {one.__name__.replace('_', ' ')} ({time.monotonic() - start:.1f} s)", flush=True)
            for fault in faults:
                print(f"     {fault}", flush=True)
        if words.shots:
            words.shots.mkdir(parents=True, exist_ok=True)
            pictures.take(browser, url, words.shots)
        browser.close()
    print(f"check-page: {'all checks passed' if not failures else f'{failures} checks failed'}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
