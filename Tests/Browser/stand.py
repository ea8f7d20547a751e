"""What the checks stand on: a server over the sample county, and a browser that is watched."""
import json
import os
import pathlib
import socket
import subprocess
import tempfile
import time
import urllib.request

from playwright.sync_api import Browser, Page

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
COUNTY = ROOT / "Data" / "zhongyang"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
LAYERS = {
    "permanent-basic-farmland": "永久基本农田",
    "ecological-redline": "生态保护红线",
    "growth-boundary": "城镇开发边界",
    "existing-land-use": "土地利用现状",
    "hazard-sites": "地质灾害隐患点",
}


class Server:
    """`yulin-server` over a fresh register of the sample county, on a free port."""

    def __init__(self, programs: pathlib.Path):
        self.programs = programs
        self.room = tempfile.TemporaryDirectory()
        self.store = pathlib.Path(self.room.name) / "land.gpkg"

    def __enter__(self) -> str:
        self.fill()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        settings = {"store": str(self.store), "port": port, "page": str(ROOT / "Web")}
        self.log = open(pathlib.Path(self.room.name) / "log", "w+")
        self.process = subprocess.Popen(
            [self.programs / "yulin-server", json.dumps(settings)],
            cwd=ROOT, stdout=self.log, stderr=self.log)
        url = f"http://127.0.0.1:{port}/"
        for _ in range(100):
            try:
                urllib.request.urlopen(url + "map.json", timeout=5).read()
                return url
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.1)
        self.log.seek(0)
        raise SystemExit("yulin-server did not start:\n" + self.log.read())

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)
        self.log.close()
        self.room.cleanup()

    def fill(self):
        """Imports documents, boundaries and layers as Scripts/demo does."""
        bounds = COUNTY / "boundaries"
        crs = bounds / "2024-090-grain-station.txt"
        runs = [
            sorted(file for file in COUNTY.iterdir() if file.is_file()),
            [file for file in sorted(bounds.glob("*.txt")) if file != crs],
            [crs, "--crs", "EPSG:4490"],
            *([COUNTY / "layers" / f"{file}.geojson", "--as", "layer", name]
              for file, name in LAYERS.items()),
            [file for file in sorted((ROOT / "Data" / "exercise").glob("*.txt"))
             if not file.name.startswith("3-")],
        ]
        for words in runs:
            told = [str(w.relative_to(ROOT)) if isinstance(w, pathlib.Path) else w for w in words]
            done = subprocess.run(
                [self.programs / "yulin", "import", "--quiet", *told, "--store", str(self.store)],
                cwd=ROOT, capture_output=True, text=True)
            if done.returncode > 1:
                raise SystemExit(f"yulin import: {done.stderr}")


class Watched:
    """A page of its own; whatever it complains of is a fault, unless it was expected."""

    def __init__(self, browser: Browser, url: str, *, language="zh", width=1440, height=900):
        self.url = url
        self.faults: list[str] = []
        self.expected: tuple[str, ...] = ()
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, accept_downloads=True,
            locale="zh-CN" if language == "zh" else "en-GB", reduced_motion="reduce")
        self.context.add_init_script(
            "addEventListener('securitypolicyviolation', (event) => console.error("
            "'CSP', event.violatedDirective, event.blockedURI))")
        self.page = self.context.new_page()
        self.page.set_default_timeout(15000)
        self.page.on("console", self.console)
        self.page.on("pageerror", lambda error: self.fault(f"script: {error}"))
        self.page.on("requestfailed", self.failed)
        self.page.on("response", lambda response: response.status >= 400 and self.fault(
            f"{response.status} {response.url}"))

    def __enter__(self) -> "Watched":
        return self

    def __exit__(self, *_):
        self.context.close()

    def fault(self, text: str):
        if not any(word in text for word in self.expected):
            self.faults.append(text)

    def console(self, message):
        if message.type in ("error", "warning"):
            self.fault(f"console: {message.text}")

    def failed(self, request):
        # Tiles that left the view and questions that nobody waits for are stopped on purpose.
        if "ERR_ABORTED" not in str(request.failure):
            self.fault(f"request: {request.url} {request.failure}")

    def open(self, state: str = "") -> Page:
        """Opens the page in a state of its address, and waits until the map is painted."""
        self.page.goto("about:blank")
        self.page.goto(self.url + state)
        self.page.wait_for_selector("canvas.sheet")
        self.page.wait_for_function(PAINTED)
        return self.page


# Whether some square of the map has colour.
PAINTED = """() => {
  const small = document.createElement('canvas');
  const context = small.getContext('2d', { willReadFrequently: true });
  for (const sheet of document.querySelectorAll('canvas.sheet')) context.drawImage(sheet, 0, 0, small.width, small.height);
  return context.getImageData(0, 0, small.width, small.height).data.some((value) => value > 0);
}"""
