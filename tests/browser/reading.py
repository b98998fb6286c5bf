"""The text that most browser tests read, and when its page is at work."""

from __future__ import annotations

from playwright.sync_api import Page, expect

TEXT = "texts/2024-03-national.html"
SHARED = "#p8"  # a paragraph of it with several shared sentences


def ready(page: Page) -> None:
    expect(page.locator("[data-switches] button").first).to_be_visible()


def settled(page: Page) -> None:
    """Wait until a scroll is over: a key that is pressed meanwhile is lost on a busy machine."""
    page.evaluate(
        """() => new Promise(resolve => {
          let last = -1, still = 0
          const look = () => {
            still = scrollY === last ? still + 1 : 0
            last = scrollY
            if (still < 10) requestAnimationFrame(look)
            else resolve()
          }
          look()
        })"""
    )
