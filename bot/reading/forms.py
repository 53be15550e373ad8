"""Reads which file of a period was asked for by name: "excel", "biểu đồ", "zalo"."""

from bot.domain.dossiers import Form
from bot.domain.text import fold

_CALLED = {
    Form.XLSX: {"excel", "file excel", "tep excel", "bang tinh", "xlsx", "spreadsheet"},
    Form.DOCX: {"word", "file word", "tep word", "van ban", "docx"},
    Form.PNG: {"bieu do", "hinh", "hinh anh", "anh", "chart", "png"},
    Form.TEXT: {"zalo", "doan zalo", "dan zalo", "doan van", "text"},
}


def form(said: str) -> Form | None:
    """Return the file that was meant, None where the words are no name of one."""
    words = fold(said).removeprefix("gui ").removeprefix("xuat ").removeprefix("tai ")
    return next((one for one, names in _CALLED.items() if words in names), None)
