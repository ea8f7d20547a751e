"""What must hold of the map page. A check's name is the fact that it shows."""
import csv
import io
import json
import re
import urllib.parse
import urllib.request

from stand import COUNTY, Watched

CHECKS = []


def check(function):
    """Registers a check; each gets a browser and the server's address."""
    CHECKS.append(function)
    return function


def need(condition, what):
    if not condition:
        raise AssertionError(what)


def text(page, selector):
    return page.inner_text(selector)


def part(page, heading):
    """The text of a part of the panel."""
    return page.locator("#panel .part", has=page.locator("h3", has_text=heading)).first.inner_text()


def search(page, words):
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.wait_for_selector("#results .result")


def get(url, path):
    return json.load(urllib.request.urlopen(url + path))


@check
def a_number_is_found_and_told_in_full(browser, url):
    with Watched(browser, url) as seen:
        page = seen.open()
        search(page, "NX-03")
        page.keyboard.press("Enter")
        page.wait_for_selector("#panel:not([hidden])")
        need(text(page, "#panel-title") == "NX-03", "the panel's title is not the number")
        need("070102" in part(page, "规划用途") and "二类城镇住宅用地" in part(page, "规划用途"), "use")
        table = part(page, "控制指标")
        for words in ("容积率", "≤ 2.6", "≤ 20%", "≥ 35%", "≤ 54 m"):
            need(words in table, f"the indicators lack {words}: {table}")
        areas = part(page, "面积")
        for words in ("约41,856", "4.1856", "62.78", "示意"):
            need(words in areas, f"the areas lack {words}: {areas}")
        need("中政函〔2025〕62号" in part(page, "批复与依据"), "the approval")
        need("示意界线" in text(page, "#panel-body"), "a schematic boundary is not told")
        need("parcel=NX-03" in urllib.parse.unquote(page.url), "the address does not name the parcel")
        return seen.faults


@check
def not_checked_is_never_told_as_none(browser, url):
    with Watched(browser, url) as seen:
        page = seen.open("#parcel=NX-03")
        page.wait_for_selector(".answers")
        answers = {row["role"]: row for row in get(url, "lookup?q=NX-03")["parcels"][0]["layers"]}
        rows = page.locator("#panel .answers > li").all()
        need(len(rows) == len(answers), "a layer is missing")
        for row, answer in zip(rows, answers.values()):
            told = row.inner_text()
            if answer["answer"] == "not_checked":
                need("未查" in told and "已查" not in told and ("登记册" in told or "登记中" in told), told)
            elif answer["answer"] == "none":
                need("已查，无" in told, told)
            else:
                need("平方米" in told and "%" in told, told)
        return seen.faults


@check
def the_cited_lines_of_a_document_are_shown(browser, url):
    with Watched(browser, url) as seen:
        page = seen.open("#parcel=NX-03")
        cite = page.locator("#panel .citations .cite").first
        need(cite.inner_text() == "第22行", cite.inner_text())
        cite.click()
        page.wait_for_selector(".lines ol li")
        need("NX-03" in text(page, ".lines ol li"), "the line does not speak of the parcel")
        need(cite.get_attribute("aria-expanded") == "true", "the button does not say that it is open")
        return seen.faults


@check
def a_click_on_the_map_opens_the_parcel(browser, url):
    with Watched(browser, url) as seen:
        page = seen.open("#map=17/37.37440/111.19250")
        page.mouse.click(720, 478)
        page.wait_for_selector("#panel:not([hidden])")
        need(text(page, "#panel-title") == "D-08-01", text(page, "#panel-title"))
        acts = part(page, "储备、供应与收回")
        for words in ("储备", "挂牌出让", "中政函〔2025〕85号", "中政函〔2025〕86号", "2025-09-24", "第8行"):
            need(words in acts, f"the acts lack {words}: {acts}")
        need(page.locator(".leaflet-overlay-pane path").count() >= 2, "the parcel is not highlighted")
        return seen.faults


@check
def of_several_parcels_at_a_point_one_is_chosen(browser, url):
    with Watched(browser, url) as seen:
        page = seen.open()
        search(page, "111.19810,37.38650")
        answer = get(url, "lookup?q=111.19810,37.38650")
        need(len(answer["parcels"]) > 1, "the sample has no such point any more")
        page.keyboard.press("Enter")
        page.wait_for_selector("#panel .entries .entry")
        need("请选择" in text(page, "#panel-body"), "it does not say that one must choose")
        need(page.locator("#panel .entries .entry").count() == len(answer["parcels"]), "not all are listed")
        first = page.locator("#panel .entries .entry strong").first.inner_text()
        page.locator("#panel .entries .entry").first.click()
        page.wait_for_function("(id) => document.querySelector('#panel-title').textContent === id", arg=first)
        page.click("#panel-back")
        page.wait_for_selector("#panel .entries .entry")
        return seen.faults


@check
def a_parcel_without_boundary_says_so(browser, url):
    with Watched(browser, url) as seen:
        page = seen.open()
        search(page, "LP-02")
        need("登记册中无界线" in text(page, "#results"), "the results do not say it")
        page.keyboard.press("Enter")
        page.wait_for_selector("#panel:not([hidden])")
        need("登记册中无界线" in text(page, "#panel .badges"), "the panel does not say it")
        need("没有界线" in part(page, "各图层的情况"), "layers must be told as not checked")
        changes = part(page, "变动记录")
        need("070102 二类城镇住宅用地" in changes and "080403 中小学用地" in changes and "→" in changes, changes)
        page.wait_for_selector("#panel .conflicts .finding")
        need("供应用途与规划用途" in part(page, "这个地块的问题"), "the conflict")
        return seen.faults


@check
def what_is_not_found_is_suggested(browser, url):
    with Watched(browser, url) as seen:
        page = seen.open()
        search(page, "NX-033")
        need("没有找到" in text(page, "#results") and "NX-03" in text(page, "#results"), "suggestions")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_function("() => /^NX-0\\d?(-\\d+)?$/.test(document.querySelector('#search').value)")
        page.keyboard.press("Escape")
        page.fill("#search", "中政函〔2025〕62号")
        page.wait_for_selector("#results .result")
        page.keyboard.press("Enter")
        page.wait_for_selector("#panel .entries .entry")
        need(page.locator("#panel .entries .entry").count() == 19, "the document's parcels")
        return seen.faults


@check
def the_slider_shows_another_day(browser, url):
    with Watched(browser, url) as seen:
        page = seen.open("#map=16/37.37440/111.19250&parcel=D-08-01")
        page.wait_for_selector("#panel:not([hidden])")
        tiles = []
        page.on("request", lambda request: "/tiles/parcels/" in request.url and tiles.append(request.url))
        page.focus("#time-range")
        page.keyboard.press("ArrowLeft")
        page.wait_for_selector("#banner:not([hidden])")
        days = get(url, "map.json")["dates"]
        need(text(page, "#banner-text") == f"显示 {days[-1]} 的状态", text(page, "#banner-text"))
        page.keyboard.press("ArrowLeft")
        page.wait_for_function("() => document.querySelector('#panel-body').innerText.includes('还没有')")
        need(f"as-of={days[-2]}" in page.url, page.url)
        page.wait_for_function("() => true")
        need(any(f"as-of={days[-2]}" in tile for tile in tiles), "the tiles are not of that day")
        page.click("#banner-today")
        page.wait_for_function("() => document.querySelector('#panel-body').innerText.includes('一类工业用地')")
        need(page.locator("#banner").is_hidden(), "the banner is still there")
        return seen.faults


@check
def a_link_shows_a_colleague_the_same(browser, url):
    with Watched(browser, url) as seen:
        page = seen.open("#map=17/37.35820/111.17910&as-of=2025-08-27&parcel=03-01-A")
        page.wait_for_selector("#panel:not([hidden])")
        need(text(page, "#panel-title") == "03-01-A", "the parcel")
        need("2025-08-27" in text(page, "#banner-text"), "the day")
        need(page.url.count("map=17/") == 1, f"the place: {page.url}")
        page.click("#panel .part .entry >> nth=0")
        page.wait_for_function("() => document.querySelector('#panel-title').textContent === '03-01-B'")
        page.go_back()
        page.wait_for_function("() => document.querySelector('#panel-title').textContent === '03-01-A'")
        return seen.faults


@check
def downloads_hold_the_parcel(browser, url):
    with Watched(browser, url) as seen:
        page = seen.open("#parcel=NX-03")
        page.wait_for_selector("#panel .downloads a")
        links = page.locator("#panel .downloads a")
        need(links.count() == 3, "three downloads")
        shapes, table, report = (
            urllib.request.urlopen(urllib.parse.urljoin(url, links.nth(index).get_attribute("href"))).read().decode()
            for index in range(3))
        need(json.loads(shapes)["features"][0]["properties"]["parcel_id"] == "NX-03", "GeoJSON")
        rows = list(csv.DictReader(io.StringIO(table.lstrip("\ufeff"))))
        need(rows[0]["parcel_id"] == "NX-03" and rows[0]["floor_area_ratio_max"] == "2.6", "CSV")
        need(report.lstrip().lower().startswith("<!doctype html") and "NX-03" in report, "the report")
        return seen.faults


@check
def a_drawn_polygon_is_measured_against_parcels_and_layers(browser, url):
    with Watched(browser, url) as seen:
        page = seen.open("#map=15/37.36600/111.18500")
        page.click("#do-shape")
        page.locator(".choice").nth(0).click()
        for corner in ((600, 300), (940, 320), (900, 640), (640, 600)):
            page.mouse.click(*corner)
        page.keyboard.press("Enter")
        page.wait_for_selector("#panel .answers")
        body = text(page, "#panel-body")
        need("NX-03" in body and "占图形" in body and "平方米" in body and "亩" in body, body[:400])
        need("未查" in part(page, "各图层的情况"), "layers that are missing")
        for index, ending in enumerate(("geojson", "csv", "html")):
            with page.expect_download() as download:
                page.locator("#panel .downloads button").nth(index).click()
            content = open(download.value.path(), encoding="utf-8-sig").read()
            need(download.value.suggested_filename.endswith(ending), download.value.suggested_filename)
            need("NX-03" in content, f"{ending} lacks the parcel")
            if ending == "geojson":
                need(json.loads(content)["type"] == "FeatureCollection", "GeoJSON")
            if ending == "html":
                need("<html" in content, "the report is no page")
        return seen.faults


@check
def a_coordinate_text_is_opened_and_drawn(browser, url):
    with Watched(browser, url) as seen:
        page = seen.open()
        page.click("#do-shape")
        page.locator(".choice").nth(2).click()
        page.set_input_files("#paste-file", COUNTY / "boundaries" / "2025-062-ningxiang.txt")
        page.click("#paste-form .main")
        page.wait_for_selector("#panel .groups summary")
        need("10 个图形" in text(page, "#panel-body"), text(page, "#panel-body")[:200])
        need(page.locator(".leaflet-overlay-pane path").count() >= 10, "the shapes are not drawn")
        page.locator("#panel .groups summary").first.click()
        need("NX-01-01" in text(page, "#panel .groups"), "the first shape's parcels")
        # Pasted text, and a text that is no shape.
        page.click("#do-shape")
        page.locator(".choice").nth(2).click()
        page.fill("#paste-text", "这不是图形")
        seen.expected = ("400", "422")
        page.click("#paste-form .main")
        page.wait_for_selector("#paste-fault:not([hidden])")
        need(len(text(page, "#paste-fault")) > 3, "the fault is not told")
        page.fill("#paste-text", json.dumps({"type": "Polygon", "coordinates": [[
            [111.18, 37.36], [111.2, 37.36], [111.2, 37.38], [111.18, 37.38], [111.18, 37.36]]]}))
        page.click("#paste-form .main")
        page.wait_for_selector("#panel .answers")
        need("D-08-01" in text(page, "#panel-body"), "the pasted shape meets D-08-01")
        return seen.faults


@check
def conflicts_are_listed_filtered_and_shown(browser, url):
    with Watched(browser, url) as seen:
        page = seen.open("#map=13/37.36/111.19")
        answer = get(url, "check?f=json&scope=all")
        page.click("#do-findings")
        page.wait_for_selector("#panel .group")
        count = len(answer["findings"])
        need(f"显示 {count} / {count} 条" in text(page, "#panel-body"), "the number of findings")
        skipped = [rule for rule in answer["rules"] if rule["verdict"] == "not_checked"]
        for rule in skipped:
            need(rule["title"]["zh"] in part(page, "未检查的规则"), rule["title"]["zh"])
        need(page.locator("#layers input").first.is_checked(), "the layer of findings is off")
        errors = sum(finding["severity"] == "error" for finding in answer["findings"])
        page.locator(".level.error").click()
        page.wait_for_function(f"() => document.querySelector('#panel-body').innerText.includes('显示 {errors} /')")
        page.locator(".level.error").click()
        page.select_option(".filters select >> nth=1", "farmland_occupied")
        page.wait_for_function("() => document.querySelectorAll('#panel .group').length === 1")
        page.fill(".filters input", "A2024-06")
        page.wait_for_function("() => document.querySelectorAll('#panel .finding').length === 1")
        before = page.url
        page.locator("#panel .finding-head").first.click()
        page.wait_for_function("(before) => location.href !== before", arg=before)
        need(page.locator(".leaflet-overlay-pane path").count() >= 2, "its shape is not highlighted")
        need("中政函〔2024〕80号" in text(page, "#panel .finding-more"), "its document")
        page.click("#panel .finding-more .link")
        page.wait_for_function("() => document.querySelector('#panel-title').textContent === 'A2024-06'")
        page.click("#panel-back")
        page.wait_for_selector("#panel .filters")
        return seen.faults
