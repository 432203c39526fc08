"""Fetching: polite, bounded, and exactly one answer for each source that was asked for.

```
FetchRequest -> may this address be asked? -> robots.txt -> turn, delay -> download (or browser)
             -> patience with 429/5xx -> redirects, asked again from the top
             -> Capture | NotModified | FetchFailure -> on_fetched
```

Scrapy does the work; what is ours stands in the modules of this folder. Nothing in here
looks at what a page says: that is for recognition and extraction. `crawl` is imported from
`crawling`, because Scrapy takes a while to load and most commands fetch nothing.
"""

from crawler.fetching.settings import FetchRequest, FetchSettings

__all__ = ["FetchRequest", "FetchSettings"]
