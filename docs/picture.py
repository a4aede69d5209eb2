"""Take the README's picture of a report: ``python docs/picture.py outputs/editions/ID/report.html docs/report.png``.

Needs selenium, chromium and its driver; nothing of the pipeline does.
"""

from __future__ import annotations

import base64
import shutil
import sys
import tempfile
from pathlib import Path

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --hide-scrollbars"
)
WIDTH, HEIGHT = 1200, 1480


def picture(report: Path) -> bytes:
    """Return the top of a report as PNG, at the width of a desk."""
    from selenium import webdriver

    with tempfile.TemporaryDirectory() as profile:
        options = webdriver.ChromeOptions()
        for flag in [*FLAGS.split(), f"--user-data-dir={profile}"]:
            options.add_argument(flag)
        # Named here, or selenium would look for both on the network.
        options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
        driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
        try:
            size = {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False}
            driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
            driver.get(report.resolve().as_uri())
            return base64.b64decode(driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})["data"])
        finally:
            driver.quit()


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(picture(Path(sys.argv[1])))
