"""How the page behaves: languages, keyboard, small screens, faults, and what axe says of it."""
import json
import re

from axe_playwright_python.sync_playwright import Axe

from checks import check, get, need, search, text
from stand import Watched

CHINESE = re.compile(r"[\u4e00-\u9fff]")


@check
def every_word_of_the_page_has_two_languages(browser, url):
    with Watched(browser, url) as seen:
        page = seen.open("#parcel=NX-03")
        need(page.evaluate("document.documentElement.lang") == "zh-CN", "the language of the page")
        page.click("#do-language")
        need(page.evaluate("document.documentElement.lang") == "en", "the language did not change")
        words = page.evaluate("""() => [...document.querySelectorAll('[data-word], [data-label], #panel h3, .answer-word')]
          .flatMap((one) => [one.dataset.word ? one.textContent : one.matches('h3, .answer-word') ? one.textContent : '',
            one.dataset.label ? one.getAttribute('aria-label') : ''])""")
        need(len(words) > 60, "there are no words")
        need(not [word for word in words if CHINESE.search(word)], [word for word in words if CHINESE.search(word)])
        need("Floor area ratio" in text(page, "#panel-body") or "floor area ratio" in text(page, "#panel-body"), "terms")
        page.reload()
        page.wait_for_selector("#panel:not([hidden])")
        need(page.evaluate("document.documentElement.lang") == "en", "the choice is forgotten")
        return seen.faults


@check
def the_browsers_language_is_taken_first(browser, url):
    with Watched(browser, url, language="en") as seen:
        page = seen.open()
        need(page.evaluate("document.documentElement.lang") == "en", "an English browser")
        return seen.faults


@check
def all_can_be_done_by_keyboard(browser, url):
    with Watched(browser, url) as seen:
        page = seen.open("#map=17/37.37440/111.19250")
        search(page, "03-01")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_function("() => document.querySelectorAll('#results:not([hidden]) .result').length || !document.querySelector('#panel').hidden")
        page.keyboard.press("Escape")
        page.fill("#search", "NX-03")
        page.wait_for_selector("#results .result")
        page.keyboard.press("Enter")
        page.wait_for_selector("#panel:not([hidden])")
        need(page.evaluate("document.activeElement.id") == "panel", "the panel has no focus")
        page.keyboard.press("Escape")
        page.wait_for_selector("#panel[hidden]", state="attached")
        need(page.evaluate("document.activeElement.id") == "map", "the map has no focus")
        page.keyboard.press(" ")
        page.wait_for_selector("#panel:not([hidden])")
        # A rectangle without a pointer: two corners at the centre of the map.
        page.focus("#do-shape")
        page.keyboard.press("Enter")
        page.wait_for_selector(".choice")
        page.locator(".choice").nth(1).focus()
        page.keyboard.press("Enter")
        page.keyboard.press(" ")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(300)
        page.keyboard.press(" ")
        page.wait_for_selector("#panel .answers")
        # Esc leaves drawing and keeps the panel.
        page.focus("#do-shape")
        page.keyboard.press("Enter")
        page.locator(".choice").nth(0).focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("#hint:not([hidden])")
        page.keyboard.press("Escape")
        page.wait_for_selector("#hint[hidden]", state="attached")
        need(page.locator("#panel").is_visible(), "Esc closed the panel too")
        # Tab reaches the bar in its order, and what has focus is seen.
        page.evaluate("document.activeElement.blur()")
        page.locator(".brand").focus()
        reached = []
        for _ in range(9):
            page.keyboard.press("Tab")
            reached.append(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
        reached.remove("search-clear")
        need(reached[:5] == ["search", "do-layers", "do-timeline", "do-shape", "do-findings"], reached)
        return seen.faults


@check
def a_phone_has_room_for_all(browser, url):
    faults = []
    for width, height in ((360, 740), (390, 844)):
        with Watched(browser, url, width=width, height=height) as seen:
            page = seen.open("#map=16/37.37440/111.19250")
            inside = "() => document.documentElement.scrollWidth <= innerWidth"
            need(page.evaluate(inside), f"wider than {width}")
            for tool in ("do-layers", "do-timeline", "do-shape", "do-findings"):
                page.click(f"#{tool}")
                page.wait_for_timeout(300)
                need(page.evaluate(inside), f"{tool} is wider than {width}")
            page.click("#panel-close")
            page.mouse.click(width / 2, 104 + (height - 104 - 54) / 2)
            page.wait_for_selector("#panel:not([hidden])")
            box = page.locator("#panel").bounding_box()
            need(box["x"] == 0 and box["width"] == width and box["y"] > 200, f"the panel is no sheet: {box}")
            page.click("#panel-size")
            need(page.locator("#panel").bounding_box()["height"] > box["height"], "the sheet does not grow")
            faults += seen.faults
    return faults


@check
def a_server_that_is_gone_is_told_calmly(browser, url):
    with Watched(browser, url) as seen:
        page = seen.open()
        seen.expected = ("ERR_INTERNET_DISCONNECTED", "Failed to load resource", "request:")
        seen.context.set_offline(True)
        page.mouse.click(900, 400)
        page.wait_for_selector("#notice:not([hidden])")
        need("连接不上服务器" in text(page, "#notice"), text(page, "#notice"))
        seen.context.set_offline(False)
        page.locator("#notice button").first.click()
        page.wait_for_selector("#panel:not([hidden])")
        return seen.faults


@check
def an_empty_register_and_slow_answers_have_words(browser, url):
    with Watched(browser, url) as seen:
        page = seen.page
        world = get(url, "map.json")
        empty = {**world, "layers": [], "dates": [], "extent": None}
        page.route("**/map.json", lambda route: route.fulfill(json=empty))
        page.goto(url)
        page.wait_for_selector("#notice:not([hidden])")
        need("登记册是空的" in text(page, "#notice"), "an empty register")
        page.unroute("**/map.json")
        seen.open()

        def slowly(route):
            page.wait_for_timeout(700)
            route.continue_()

        page.route("**/lookup?**", slowly)
        page.mouse.click(900, 400)
        page.wait_for_selector("#busy:not([hidden])")
        page.wait_for_selector("#panel:not([hidden])")
        page.unroute("**/lookup?**")
        page.wait_for_selector("#busy[hidden]", state="attached")
        return seen.faults


@check
def axe_finds_nothing_serious(browser, url):
    faults = []
    views = {
        "start": "", "parcel": "#parcel=NX-03", "conflicts": "#view=conflicts", "shape": "#view=shape",
        "the past": "#as-of=2025-06-30&parcel=03-01-A", "document": "#document=" + "中政函〔2025〕62号",
    }
    for language, width, height in (("zh", 1440, 900), ("en", 1440, 900), ("zh", 390, 844)):
        with Watched(browser, url, language=language, width=width, height=height) as seen:
            for name, state in views.items():
                page = seen.open(state)
                if state and name != "the past":
                    page.wait_for_selector("#panel .part, #panel .choices")
                page.wait_for_timeout(600)
                if name == "conflicts":
                    page.locator("#panel .group summary").first.click()
                    page.locator("#panel .finding-head").first.click()
                if name == "start":
                    search(page, "宁乡镇")
                faults += [f"{name} {language} {width}: {one}" for one in grave(page)]
                if name == "shape" and width > 1000:
                    page.locator(".choice").nth(2).click()
                    faults += [f"dialog {language}: {one}" for one in grave(page)]
            faults += seen.faults
    return faults


def grave(page):
    """What axe calls serious or critical, each with the element."""
    found = Axe().run(page).response["violations"]
    return [
        f"axe {one['id']}: {one['help']}: {[node['html'][:120] for node in one['nodes'][:3]]}"
        for one in found if one["impact"] in ("serious", "critical")]
