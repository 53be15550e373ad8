"""Reads the table of figures (bảng kê) in a workbook or list, which somebody fills in."""
