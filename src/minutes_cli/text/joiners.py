"""The two joiners, which cannot be seen but shape what stands on both sides: kept where they do, debris elsewhere."""

from __future__ import annotations

from minutes_cli.text.later import later

JOINERS = "\u200c\u200d"
# Letters and marks of scripts whose letters join or stack, as UAX #31 allows: Arabic to Samaritan, those of India and
# their kin, Mongolian. Unicode's format characters among them (U+0600, U+06DD, …) are left out.
_LETTERS = (
    "\u0610-\u061b\u061d-\u06dc\u06de-\u070e\u0710-\u088f\u0897-\u08e1\u08e3-\u0dff\u1000-\u109f\u1780-\u180d"
    "\u180f-\u18af\u1a20-\u1aad\u1b00-\u1bff\u1cd0-\u1cff\ua840-\ua877\ua880-\ua8ff\ua980-\ua9df\uaae0-\uabff"
    "\ufb50-\ufdff\ufe70-\ufefc\U00010a00-\U00010aff\U00010d00-\U00010fff\U00011000-\U000110bc\U000110be-\U000110cc"
    "\U000110ce-\U00011fff\U0001e900-\U0001e95f"
)
# Pictures, which make one of several: a family, a person at work, a flag. Any may ask to be shown in colour (U+FE0F).
_PICTURES = "\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff"

# Without need between its neighbours; for use in other patterns, one character long.
STRAY = f"[{JOINERS}](?<![{_LETTERS}][{JOINERS}](?=[{_LETTERS}]))(?<![{_PICTURES}\ufe0f]\u200d(?=[{_PICTURES}]))"
STRAY_JOINER = later(STRAY)
