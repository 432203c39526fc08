"""Is it the document? Tells a proper capture from whatever else a server may send.

```
capture  -> problem_of_response   status, headers, address, redirects, raw body
            moved_to              the new address, when the document moved for good
document -> problem_of_document   the extracted text, alone and against the last good version
compare  -> defect_between        two texts of which neither is known to be good
```

All of it is pure: no network, no clock, no store. Each trouble has its words for the
editor in `sentences`, and the telling phrases stand in `vocabulary`, by language.
"""

from crawler.recognition.comparison import defect_between
from crawler.recognition.document import problem_of_document
from crawler.recognition.response import moved_to, problem_of_response

__all__ = ["defect_between", "moved_to", "problem_of_document", "problem_of_response"]
