"""HTML -> the page's content, without what stands around it."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.errors import LimitError, MinutesError, NoTextError
from minutes_cli.readers import read
from minutes_cli.readers.options import Limits, Options
from tests.readers.outline import outline

PROSE = "The clerk reported that the railings of the bridge had been inspected and are to be painted. " * 4

CASES = {
    "headings, paragraphs and marks": (
        """
        <h1>Minutes</h1>
        <p><strong>Date: </strong>3 May<br>
        7 pm, <u>Town</u> <b>Hall</b>
        <p>Mended <s>June</s> <span style="text-decoration: line-through">July</span> &amp; painted
        <span style="font-weight:700">at once</span>, on the 1<sup>st</sup>
        """,
        [
            "1 H1 Minutes",
            "2-3 **Date:** 3 May / 7 pm, **Town Hall**",
            "4-5 Mended ~~June July~~ & painted / **at once**, on the 1st",
        ],
    ),
    "two line breaks in a row end a paragraph": (
        "<div>Ann Orr<br>Bob Lee<br><br>Cy Poe</div>",
        ["1 Ann Orr / Bob Lee", "1 Cy Poe"],
    ),
    "lists have the labels that a browser shows": (
        """
        <ol start="3"><li>three<ul><li>bullet</li></ul></li>
        <li value="7"><p>seven</p><p>more</p></li>
        <li>eight</li></ol>
        <ol type="a"><li>a</ol><ol type="I"><li>one<li>two</ol>
        <ul><li><input type="checkbox" checked> done<li><input type=checkbox> open<li>[x] typed</ul>
        <p>• typed</p>
        """,
        [
            "1 [3.] three",
            "1 > [•] bullet",
            "2 [7.] seven",
            "2 more",
            "3 [8.] eight",
            "4 [a.] a",
            "4 [I.] one",
            "4 [II.] two",
            "5 [•] (x) done",
            "5 [•] ( ) open",
            "5 [•] (x) typed",
            "6 [•] typed",
        ],
    ),
    "tables": (
        """
        <table><caption>Actions</caption>
        <thead><tr><th>Who</th><th>What</th><th>Due</th></tr></thead>
        <tr><td rowspan="2">Ann</td><td>Paint</td><td>May</td></tr>
        <tr><td colspan="2"><p>Mend</p><p>Oil</p></td></tr>
        <tr><td>Bob</td><td><img alt="✓" src="t.png"></td></tr>
        </table>
        """,
        [
            "1 Actions",
            "row* Who | What | Due",
            "row (2x1)Ann | Paint | May",
            "row (1x2)Mend ¶ Oil",
            "row Bob | ✓",
        ],
    ),
    "tables that lay out a page are no tables": (
        """
        <table><tr><td><h1>Minutes</h1></td></tr><tr><td>
        <table><tr><td>Ann</td><td>Chair</td></tr></table>
        </td></tr></table>
        <table><tr><td>one</td></tr><tr><td>two</td></tr></table>
        """,
        ["1 H1 Minutes", "row Ann | Chair", "4 one", "4 two"],
    ),
    "definition lists and preformatted text": (
        "<dl><dt>Chair</dt><dd>Ann</dd></dl>\n<pre>\n- one\n- two\n\nName   Due\nAnn    May\nBob    June\n</pre>",
        ["1 Chair", "1 Ann", "3 [-] one", "4 [-] two", "row Name | Due", "row Ann | May", "row Bob | June"],
    ),
    "what a browser does not show is left out": (
        """
        <p>Minutes<!-- of a secret meeting --></p><script>var minutes = "none";</script><style>p {}</style>
        <p hidden>one</p><p style="display: none">two</p><p aria-hidden="true">three</p>
        <template><p>four</p></template>
        <p>Close</p>
        """,
        ["1 Minutes", "4 Close"],
    ),
    "variables of server-side includes": (
        '<!--#set var="title" value="Minutes of 1<sup>st</sup> May" -->\n'
        '<h1><!--#echo encoding="none" var="title" --></h1>\n<p>All</p>',
        ["1 H1 Minutes of 1st May", "3 All"],
    ),
    "a marked content is the content, with the page's title": (
        f"""
        <body><a class="skip-link">Skip</a><div><a href="/">Home</a> <a href="/news">News</a> Weather: rain</div>
        <h1>Minutes</h1>
        <main><p>{PROSE}</p>
        <div class="sharing">Share <ul><li><a>Mail</a><li><a>Print</a><li><a>Post</a></ul></div>
        <aside>Present: Ann</aside></main>
        <div id="actions"><ol><li><a>Ann to write to the county about the railings of the bridge</a></ol></div>
        <div>Signed</div>
        <footer>Parish Council 2022</footer></body>
        """,
        [
            "2 H1 Minutes",
            f"3 {PROSE.strip()}",
            "5 Present: Ann",
            "6 [1.] Ann to write to the county about the railings of the bridge",
            "7 Signed",
        ],
    ),
    "menus, sidebars and footers go, everything else stays": (
        f"""
        <body><header><a href="/">Parish Council</a></header>
        <nav><ul><li><a>Home</a><li><a>News</a></ul></nav>
        <div id="menu"><ul><li><a>Home</a><li><a>News</a><li><a>Contact</a></ul></div>
        <div class="meta">3 May, 7 pm</div>
        <div id="content"><h1>Minutes</h1>
        <p>Present: <a>Ann</a>, <a>Bob</a>, <a>Cy</a></p>
        <ul><li><a>Di</a><li><a>Ed</a><li><a>Flo</a></ul>
        <p>{PROSE}</p></div>
        <div class="sidebar widget"><a>One</a><a>Two</a><a>Three</a></div>
        <footer>Parish Council 2022</footer></body>
        """,
        [
            "4 3 May, 7 pm",
            "5 H1 Minutes",
            "6 Present: Ann, Bob, Cy",
            "7 [•] Di",
            "7 [•] Ed",
            "7 [•] Flo",
            f"8 {PROSE.strip()}",
        ],
    ),
    "a page that is all links is kept": (
        "<ul><li><a>Ann</a><li><a>Bob</a><li><a>Cy</a></ul>",
        ["1 [•] Ann", "1 [•] Bob", "1 [•] Cy"],
    ),
    "a page that is all furniture by name is kept": (
        f'<body class="menu"><form><div id="footer"><p>{PROSE}</p><p>Ann to write.</p></div></form></body>',
        [f"1 {PROSE.strip()}", "1 Ann to write."],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_html(case: str) -> None:
    source, expected = CASES[case]
    assert outline(dedent(source).strip("\n"), "html") == expected


def test_the_head_of_a_page_is_metadata() -> None:
    source = "<html><head><title> Minutes\n of May</title><meta name='Author' content='Ann Orr'></head><p>All"
    document = read(source.encode(), "minutes.html")
    assert document.metadata == {"title": "Minutes of May", "author": "Ann Orr"}
    assert [p.text for p in document.paragraphs()] == ["All"]


@pytest.mark.parametrize(
    "head", ['<meta charset="iso-8859-2">', "<meta http-equiv=x content='text/html; charset=iso-8859-2'>"]
)
def test_the_encoding_that_a_page_names_is_believed(head: str) -> None:
    assert outline(f"<html><head>{head}</head><p>Žižka".encode("iso8859_2"), "html") == ["1 Žižka"]


def test_hidden_text_is_reported() -> None:
    document = read(b"<p>Minutes</p>\n<p style='display:none'>ignore the above</p><p hidden></p>", "minutes.html")
    assert [(problem.code, problem.line) for problem in document.problems] == [("hidden-text", 2)]


def test_lines_are_counted_in_long_pages() -> None:
    assert outline("<p>x</p>\n" * 70_000 + "<p>last</p>", "html")[-1] == "70001 last"


@pytest.mark.parametrize(
    "source", ["<html><body></body></html>", "<!DOCTYPE html>", "<p> </p><!-- x -->", "<script>1</script>"]
)
def test_a_page_without_text_is_refused(source: str) -> None:
    with pytest.raises(NoTextError):
        read(source.encode(), "minutes.html")


def test_depth_is_limited() -> None:
    assert outline("<div>" * 450 + "deep", "html") == ["1 deep"]
    for depth in (600, 5_000):
        with pytest.raises(LimitError, match="nested more than 500 deep"):
            read(b"<div>" * depth + b"deep", "minutes.html")


def test_spans_of_cells_are_limited() -> None:
    source = b"<table><tr><td colspan=99999999>a<td>b<tr><td rowspan=99999999>c<td>d</table>"
    (table,) = read(source, "minutes.html", Options(Limits(table_span=50))).blocks
    assert table.columns == 50  # type: ignore[union-attr]


def test_entities_and_external_parts_stay_what_they_are() -> None:
    source = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>a &x; b<iframe src="http://localhost/">c</iframe>'
    assert "a &x; b" in outline(source, "html")[-1]


TAGS = ["p", "div", "table", "tr", "td", "li", "ul", "ol", "b", "br", "pre", "h2", "nav", "main", "script", "a", "th"]


@given(
    st.lists(
        st.sampled_from(
            [f"<{t}>" for t in TAGS]
            + [f"</{t}>" for t in TAGS]
            + ["text", "<p hidden>", "<template>", " & ", "<!--", "-->", "\n"]
        ),
        max_size=60,
    )
)
def test_any_soup_of_tags_is_read_or_refused(soup: list[str]) -> None:
    source = "".join(soup)
    try:
        document = read(source.encode(), "minutes.html")
    except MinutesError:
        return
    count = source.count("\n") + 1
    for paragraph in document.paragraphs():
        assert paragraph.text
        assert all(line.number is not None and 1 <= line.number <= count for line in paragraph.lines)


@pytest.mark.parametrize(
    "piece", ["<b>a</b>", "<br>", "<p>a", "<td>a", "<tr>", "a ", "<i>", "&amp;", "<a>x</a>", "<ul><li>a</ul>"]
)
def test_long_runs_of_anything_are_read(piece: str) -> None:
    try:
        assert outline(f"<p>Minutes</p>\n{piece * 5_000}", "html")[0] == "1 Minutes"
    except LimitError:
        assert piece == "<i>"
