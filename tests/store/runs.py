"""Runs of meetings that go on with one another's actions."""

from hypothesis import strategies as st

TASKS = (
    "Clerk to obtain three quotes for the cemetery gate",
    "Obtain three quotes for the cemetery gate – two received",
    "Clerk to obtain three quotes for the playground gate by 3 June",
    "Ann to write to the county about parking at the school",
    "Letter to the county about school parking",
    "Book the hall for the annual meeting",
)

rows = st.fixed_dictionaries(
    {
        "text": st.sampled_from(TASKS),
        "owners": st.sampled_from([(), ("Clerk",), ("Ann",), ("Clerk", "Ann")]),
        "reference": st.sampled_from([None, None, "52/21", "Action 550a", "AP1", "2", "2 (Jan)", "Jan 2a"]),
        "update": st.sampled_from([None, None, "Ongoing.", "Complete.", "Proposed for closure", "No longer required"]),
        "state": st.sampled_from(["open", "open", "open", "closed"]),
        "due": st.sampled_from([None, None, "2021-05-01", "2021-06-01"]),
    }
)
listed = st.lists(rows, max_size=3)
# so many meetings without a word of it and an action is past: with few, short runs of meetings show what that does
windows = st.sampled_from([1, 2, 12])
