"""Tidy tables: what CSV, spreadsheets, Parquet and SQLite hold. A new table is a module and one name here."""

from __future__ import annotations

from minutes_cli.exporters.tidy import meetings
from minutes_cli.exporters.tidy.table import TidyTable

TABLES: dict[str, TidyTable] = {table.name: table for table in (meetings.TABLE,)}
