"""JUnit XML: a suite a file, a failed case a finding; notes pass, and so does a case for a file without findings."""

from __future__ import annotations

from itertools import groupby
from typing import BinaryIO
from xml.etree import ElementTree

from minutes_cli.model.findings import CheckReport, Finding
from minutes_cli.reports.paths import project_path
from minutes_cli.reports.sentences import sentence, title, where
from minutes_cli.text.safe import safe


def write(report: CheckReport, stream: BinaryIO) -> None:
    root = ElementTree.Element("testsuites", name="minutes check")
    found = {file: list(group) for file, group in groupby(report.findings, lambda finding: finding.file)}
    for file in report.files:
        _suite(root, file, found.get(file, []))
    for unread in report.unread:
        name = safe(project_path(unread.file))
        suite = ElementTree.SubElement(root, "testsuite", name=name, tests="1", failures="0", errors="1")
        case = ElementTree.SubElement(suite, "testcase", name="could be read", classname=name)
        ElementTree.SubElement(case, "error", type="unread", message=safe(unread.reason))
    failures = sum(_fails(finding) for finding in report.findings)
    tests = sum(int(suite.get("tests", "0")) for suite in root)
    root.attrib |= {"tests": str(tests), "failures": str(failures), "errors": str(len(report.unread))}
    ElementTree.indent(root)
    stream.write(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")


def _fails(finding: Finding) -> bool:
    return finding.severity != "info"


def _suite(root: ElementTree.Element, file: str, findings: list[Finding]) -> None:
    name = safe(project_path(file))
    failures = sum(map(_fails, findings))
    counts = {"tests": str(len(findings) or 1), "failures": str(failures), "errors": "0"}
    suite = ElementTree.SubElement(root, "testsuite", {"name": name, **counts})
    for finding in findings:
        spot = where(finding, with_line=True)
        told = f"{title(finding)}: {spot}" if spot else title(finding)
        case = ElementTree.SubElement(suite, "testcase", name=told, classname=name)
        if _fails(finding):
            mark = ElementTree.SubElement(case, "failure", type=finding.severity, message=sentence(finding))
        else:
            mark = ElementTree.SubElement(case, "system-out")
        mark.text = "\n".join(_detail(finding))
    if not findings:
        ElementTree.SubElement(suite, "testcase", name="no problems", classname=name)


def _detail(finding: Finding) -> list[str]:
    lines = [f"{safe(project_path(finding.file))}: {title(finding)}: {sentence(finding)}"]
    if finding.quote:
        lines.append(f"“{safe(finding.quote)}”")
    if finding.hint:
        lines.append(safe(finding.hint))
    return lines
