"""Pictures of the page in both languages, on a desk and on a phone."""
from stand import Watched

SCREENS = {"desk": (1440, 900), "phone": (390, 844)}


def take(browser, url, folder):
    """Takes every scene in every language and size; says what a page complained of."""
    for screen, (width, height) in SCREENS.items():
        for language in ("zh", "en"):
            with Watched(browser, url, language=language, width=width, height=height) as seen:
                for name, scene in SCENES.items():
                    scene(seen, screen)
                    seen.page.wait_for_timeout(700)
                    seen.page.screenshot(path=folder / f"{name}-{screen}-{language}.png")
                for fault in seen.faults:
                    print(f"     {screen} {language}: {fault}")


def start(seen, _):
    seen.open("#map=15/37.36500/111.18800")


def legend(seen, screen):
    page = seen.open("#map=14/37.36300/111.18800")
    if screen == "phone":
        page.click("#do-layers")


def search(seen, _):
    page = seen.open("#map=15/37.36500/111.18800")
    page.fill("#search", "宁乡镇")
    page.wait_for_selector("#results .result")


def parcel(seen, screen):
    page = seen.open("#parcel=NX-03")
    page.wait_for_selector("#panel .finding, #panel .empty.checked")
    if screen == "phone":
        page.click("#panel-size")


def layers(seen, screen):
    parcel(seen, screen)
    page = seen.page
    page.locator("#panel .citations .cite").first.click()
    page.wait_for_selector(".lines ol li")
    page.evaluate("document.querySelector('.answers').scrollIntoView({ block: 'center' })")


def missing(seen, _):
    page = seen.open("#parcel=LP-02")
    page.wait_for_selector("#panel .finding")


def choose(seen, _):
    page = seen.open("#at=111.19810,37.38650&map=17/37.38650/111.19810")
    page.wait_for_selector("#panel .entries")


def past(seen, screen):
    page = seen.open("#map=15/37.36500/111.18800&as-of=2024-12-31")
    if screen == "phone":
        page.click("#do-timeline")


def drawing(seen, screen):
    page = seen.open("#map=15/37.36500/111.18800")
    page.click("#do-shape")
    page.locator(".choice").nth(0).click()
    wide = screen == "desk"
    for x, y in ((600, 300), (900, 320), (880, 640), (640, 600)) if wide else ((90, 330), (300, 340), (270, 620), (110, 560)):
        page.mouse.click(x, y)


def drawn(seen, screen):
    drawing(seen, screen)
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_selector("#panel .answers")


def paste(seen, _):
    page = seen.open()
    page.click("#do-shape")
    page.locator(".choice").nth(2).click()


def conflicts(seen, _):
    page = seen.open("#map=14/37.36300/111.18800&view=conflicts")
    page.wait_for_selector("#panel .group")


def finding(seen, screen):
    conflicts(seen, screen)
    page = seen.page
    page.select_option(".filters select >> nth=1", "farmland_occupied")
    page.wait_for_selector("#panel .finding-head")
    page.locator("#panel .finding-head").first.click()
    page.wait_for_timeout(800)


SCENES = {
    "start": start, "legend": legend, "search": search, "parcel": parcel, "layers": layers, "missing": missing,
    "choose": choose, "past": past, "drawing": drawing, "drawn": drawn, "paste": paste,
    "conflicts": conflicts, "finding": finding,
}
