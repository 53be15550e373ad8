"""The spreadsheet of a period: real numbers, real days, and formulas that can be checked."""

from bot.reports.workbook.whole import workbook

__all__ = ["workbook"]
