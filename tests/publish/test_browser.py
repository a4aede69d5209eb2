"""The report in a real browser, with JavaScript off, at the width of a desk and of a phone."""

from __future__ import annotations

import json
import re
import shutil
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from pipeline.publish import render, write
from pipeline.records import Change, Difference, Drift, Failure, Position, PositionEntry, Variant

pytestmark = pytest.mark.browser

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage"
)
LOOKED_AT = (
    "h1 span, .answer, .lede, .legend, .tally, .evidence p, mark, .source, .note, .badge, summary, td, th, dd, a, em"
)


@pytest.fixture(scope="module")
def driver(tmp_path_factory):
    webdriver = pytest.importorskip("selenium.webdriver")
    chromium, service = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("chromedriver")
    if not chromium or not service:
        pytest.skip("no chromium with its driver on this machine")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in [*FLAGS.split(), f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"]:
        options.add_argument(flag)
    options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    found = webdriver.Chrome(options=options, service=webdriver.ChromeService(service))
    yield found
    found.quit()


@pytest.fixture
def address(edition, tmp_path):
    return write(render(edition), edition.id, tmp_path).joinpath("report.html").as_uri()


def look(driver, address, width, scheme="light"):
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    feature = {"name": "prefers-color-scheme", "value": scheme}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
    driver.get(address)
    for details in driver.find_elements("css selector", "summary"):
        details.click()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_runs_over_the_edge(driver, address, width):
    look(driver, address, width)
    assert driver.find_element("css selector", ".answer").text.startswith("Of three voices that take a side, one says")
    wide = driver.execute_script(
        "return [...document.body.querySelectorAll('*')].filter(e => !e.closest('.skip, thead'))"
        ".filter(e => e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1)"
        ".map(e => e.tagName + '.' + e.className)"
    )
    assert wide == []
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [360, 1280])
def test_words_without_end_do_not_run_over_the_edge(driver, builder, tmp_path, width):
    endless = "Donaudampfschiff" * 25
    text = f"{endless} perhaps says {endless} 170 times."
    b = builder
    first = b.article(endless, endless, text, day="2026-09-01", byline=endless, family="o1_same")
    second = b.article("B", "長" * 300, text, lang="de", day="2026-09-02", family="o1_same", role="copy", of=first)
    frame = {"words": "170 times", "value": "170", "subject": endless}
    names = [b.claim(one, text, "no", holder=endless, hedges=["perhaps"], number=frame) for one in (first, second)]
    change = Difference("term", endless, endless)
    edition = b.edition(
        groups=(b.group(*names),),
        drift=(Drift(text, names[0], (Variant(names[1], text, "altered", (change,)),)),),
        positions=(Position(endless, None, tuple(PositionEntry(None, "no", name) for name in names), ()),),
        failures=(Failure("fetch", f"https://example.org/{endless}", "timeout", endless),),
        changes=(Change("new", "article", "a1_0", endless), Change("new", "position", "p1_0", endless, "no")),
        previous="e1_before",
    )
    look(driver, write(render(edition), edition.id, tmp_path).joinpath("report.html").as_uri(), width)
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [768, 1280])
def test_a_word_that_has_room_is_not_broken(driver, builder, tmp_path, width):
    endless = "Donaudampfschiff" * 12
    text = f"zwei von drei Einwohnern von {endless} und {endless}."
    article = builder.article("Der Kahn", endless, text, lang="de", day="2026-09-01", byline="Nele Ahlers")
    amount = {"words": "zwei von drei Einwohnern", "value": "0.6667", "subject": endless}
    name = builder.claim(article, text, "no", holder=endless, number=amount)
    edition = builder.edition(groups=(builder.group(name),))
    look(driver, write(render(edition), edition.id, tmp_path).joinpath("report.html").as_uri(), width)
    lines = driver.execute_script(
        "const text = document.querySelector('#numbers + table b').firstChild, range = document.createRange();"
        "range.setStart(text, text.data.indexOf('Einwohnern')); range.setEnd(text, text.data.length);"
        "return range.getClientRects().length"
    )
    assert lines == 1


def test_the_rest_of_a_long_side_takes_the_whole_width(driver, builder, tmp_path):
    sides = {"no": 9, "yes": 2, "mixed": 3}
    text = {label: [f"Point {number} of {label} stands." for number in range(size)] for label, size in sides.items()}
    whole = "\n\n".join(words for side in text.values() for words in side)
    article = builder.article("The Lattice", "Points", whole, day="2026-09-01")
    groups = [builder.group(builder.claim(article, words, label)) for label, side in text.items() for words in side]
    edition = builder.edition(groups=groups)
    look(driver, write(render(edition), edition.id, tmp_path).joinpath("report.html").as_uri(), 1280)
    headings = [one.text for one in driver.find_elements("css selector", ".side > h3")]
    assert headings == ["Yes", "No", "No, 7 more points", "Both"]
    assert [len(one.find_elements("css selector", ".point")) for one in sections(driver)] == [2, 2, 7, 3]
    lefts = [{one.rect["x"] for one in side.find_elements("css selector", ".point")} for side in sections(driver)]
    assert [len(columns) for columns in lefts] == [1, 1, 2, 2]


def sections(driver):
    return driver.find_elements("css selector", ".side")


def test_it_opens_without_asking_anything_of_the_network(driver, address):
    driver.get_log("performance")
    look(driver, address, 1280)
    events = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    sent = [event["params"] for event in events if event["method"] == "Network.requestWillBeSent"]
    # What the browser's own start page asks for may still come in meanwhile; it is none of the report's.
    asked = {one["request"]["url"] for one in sent if not one["documentURL"].startswith("chrome:")}
    assert address in asked
    assert {urlsplit(url).scheme for url in asked} <= {"file", "data"}
    assert [url for url in asked if url.startswith("file:")] == [address]


def test_links_lead_somewhere(driver, address):
    look(driver, address, 1280)
    for link in driver.find_elements("css selector", "a[href]"):
        target = link.get_dom_attribute("href")
        if target.startswith("#"):
            assert driver.find_elements("id", target[1:]), target
        elif not target.startswith("https://"):
            folder = Path(unquote(urlsplit(address).path)).parent
            assert (folder / target).is_file(), target


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_the_paper(driver, address, scheme):
    look(driver, address, 1280, scheme)
    paper = channels(driver.find_element("css selector", "body").value_of_css_property("background-color"))
    for element in driver.find_elements("css selector", LOOKED_AT):
        ground = channels(element.value_of_css_property("background-color"))
        ink = channels(element.value_of_css_property("color"))
        assert contrast(ink[:3], ground[:3] if ground[3] else paper[:3]) >= 4.5, element.get_attribute("outerHTML")


def channels(colour):
    numbers = [float(number) for number in re.findall(r"[\d.]+", colour)]
    return [*numbers, 1.0][:4]


def contrast(first, second):
    """Contrast of two colours, as WCAG 2 defines it."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour):
    parts = [value / 255 for value in colour]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_page_has_landmarks_and_an_outline(driver, address):
    look(driver, address, 1280)
    for landmark in ("header", "nav", "main", "footer"):
        assert len(driver.find_elements("css selector", landmark)) == 1
    levels = [int(one.tag_name[1]) for one in driver.find_elements("css selector", "h1, h2, h3, h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_javascript_is_off(driver, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<p id=here>off</p><script>document.getElementById('here').textContent = 'on'</script>")
    driver.get(page.as_uri())
    assert driver.find_element("id", "here").text == "off"
