"""What must hold in every guide, broken once each: where, how, what is said."""

from tests.content.plants import DATED, ENGLISH, GUIDE, NO_GUIDE, Plant

# A guide that is not about cards, and one that is in Vietnamese only.
CARDLESS = "guides/dvc-nop-phat-giao-thong.vi.md"
OTHER = "guides/vneid-ma-so-thue.vi.md"

UNKNOWN = "“{key}” is not known here. Is “{meant}” meant?"
TWICE = "“{words}” stands here twice."
TOO = "“{words}” stands in {file} too."
NUMBERS = "The numbers here are not those of the Vietnamese text."
NOT_HERE = "A link stands in the fix of a trouble, as [words](id of a guide), and nowhere else."
UNSAFE = "A link begins with https://."
SENTENCES = "A step has at most {n} sentences: make two steps of it."
AGAIN = "This is not certain, so the text must say whom to ask (“hỏi lại”, “ask”)."
NEEDED = "“{word}” is named: “safety” must have “{id}”."
YOUNGER = "A source cannot be younger than the day of “checked”."
REVIEW = "“review_by” must come after “checked”."
DIFFER = "Steps and troubles differ from those of {file}."
ASKED = "The questions differ from those in Vietnamese."
_FIRST_DATE = r"^(\[\[sources\]\]\nurl = .*\ndate = ).*"
_FIRST_SOURCE = r"^\[\[sources\]\]"

_KEYS = [
    Plant("a key that is a slip", GUIDE, r"^(for_whom = .*)", r'\1\nfor_whon = "a"', r"^for_whon",
          UNKNOWN),
    Plant("a fact in the English file", ENGLISH, r"^(fee = .*)", r'\1\ngroup = "su-co"', r"^group",
          UNKNOWN),
    Plant("a slip in a source", GUIDE, r"^(\[\[sources\]\]\n)", r'\1dates = "2025"\n',
          _FIRST_SOURCE, UNKNOWN),
    Plant("a slip in a question", GUIDE, r"^(\[\[cases\]\]\n)", r'\1aks = "a"\n',
          r"^\[\[cases\]\]", UNKNOWN),
    Plant("a slip in an answer", GUIDE, r'\{ say = "Còn" \}', '{ say = "Còn", stop = 1 }',
          r'^\[\[cases\]\]\nask = "SIM', UNKNOWN),
    Plant("a slip in a group", "groups.toml", r'^(id = "cu-tru"\n)', r'\1tittle = "a"\n',
          r"^tittle", UNKNOWN),
    Plant("a slip in an activity", "activities.toml", r'^(id = "phan_anh"\n)', r'\1units = "a"\n',
          r"^units", UNKNOWN),
    Plant("a slip in a safety line", "safety.toml", r'^(id = "dang-xuat"\n)', r"\1whem = []\n",
          r"^whem", UNKNOWN),
    Plant("a keyword twice", GUIDE, r'^(keywords = .*)"đổi mật khẩu"', r'\1"Đổi mật khẩu", "OTP", '
          r'"otp"', r"^keywords", TWICE),
    Plant("a phrase twice", ENGLISH, r"^(phrases = \[\n)(.*\n)", r"\1\2\2",
          r'(?<=any more",\n)  "I', TWICE),
    Plant("a safety line twice", GUIDE, r'^safety = \["tu-bam", ', 'safety = ["tu-bam", "tu-bam", ',
          r"^safety", TWICE),
    Plant("a trouble twice", OTHER, r"^(### .*\n)(.*\n)", r"\1\2\n\1Khác hẳn.\n",
          r"^### .*\n(?=Khác)", TWICE),
    Plant("a group twice", "groups.toml", r'^id = "can-cuoc"', 'id = "cu-tru"',
          r'^id = "cu-tru"\ntitle.vi = "Thẻ', TWICE, more=True),
    Plant("a source twice", GUIDE, r"(\[\[sources\]\]\nurl = .*\ndate = .*\n)", r"\1\n\1",
          r"(?<=\n\n)\[\[sources\]\]\n(?=url = .*\ndate = .*\n\n\[\[sources\]\]\nurl = .*gamehov)",
          TWICE),
    Plant("a title that another guide has", GUIDE, r"^title = .*",
          'title = "Lỗi VNeID hay gặp: OTP, NFC, quét mặt"', 2, TOO),
    Plant("a phrase that another guide has", GUIDE, r"^  \"bác không nhớ mật khẩu VNeID nữa\",",
          '  "mở VNeID lên báo hệ thống đang bảo trì",', r'^  "mở VNeID lên', TOO),
]  # fmt: skip

_TEXTS = [
    Plant("a step of three sentences", GUIDE, r"^4\. .*", "4. Một. Hai. Ba.", r"^4\. Một",
          SENTENCES),
    Plant("an English step of three sentences", ENGLISH, r"^4\. .*", "4. One. Two. Three.",
          r"^4\. One", SENTENCES),
    Plant("a link in a step", GUIDE, r"^4\. .*", "4. Xem [kia](vneid-cai-dat).", r"^4\. Xem",
          NOT_HERE),
    Plant("a link in a trouble's title", OTHER, r"^### .*", "### [Kia](vneid-doi-may)", r"^### \[",
          NOT_HERE),
    Plant("a link of another Markdown", OTHER, r"^(### .*\n)", r"\1Xem [[vneid-doi-may]].\n",
          r"^Xem \[\[", NOT_HERE),
    Plant("an address in a step that is not https", GUIDE, r"^4\. .*", "4. Gõ http://a.vn.",
          r"^4\. Gõ", UNSAFE),
    Plant("an address in the head that is not https", OTHER, r"^help = \[", 'help = ["http://a.vn"'
          ", ", r"^help", UNSAFE),
    Plant("an English link to nowhere", ENGLISH, r"\(vneid-quen-passcode\)\.$", "(nowhere).",
          r"^### It is the 6", NO_GUIDE, others=((ENGLISH, 0, DIFFER),)),
    Plant("an English link to another guide", ENGLISH, r"\(vneid-quen-passcode\)\.$",
          "(vneid-cai-dat).", 0, DIFFER),
    Plant("an English answer that leads elsewhere", ENGLISH, r'guide = "vneid-quen-passcode"',
          'guide = "vneid-cai-dat"', r"^\[\[cases\]\]", ASKED),
    Plant("another telephone in English", ENGLISH, r"call 1900 0368", "call 1900 0000",
          r"^### Nothing works", NUMBERS),
    Plant("another telephone in the English list", ENGLISH, r'"Hotline 1900 0368"',
          '"Hotline 1900 0000"', r"^help", NUMBERS),
    Plant("another fee in English", "guides/can-cuoc-tu-14.en.md", r"^(fee = .*)25,000",
          r"\g<1>52,000", r"^fee", NUMBERS),
    Plant("another legal number in English", ENGLISH, r"^4\. (.*)", r"4. \1 By 69/2024/NĐ-CP.",
          r"^4\. ", NUMBERS),
    Plant("another number in an English question", ENGLISH, r'advice = "The date', 'advice = "113: '
          "the date", r'^\[\[cases\]\]\nask = "Is the ID', NUMBERS),
]  # fmt: skip

_FACTS = [
    Plant("doubt without whom to ask", GUIDE, r'^confidence = "high"', 'confidence = "low"',
          r"^confidence", AGAIN, others=((ENGLISH, 2, AGAIN),)),
    Plant("a doubtful step that sends nobody asking", GUIDE, r"^1\. .*", "1. Mở VNeID. [?]",
          r"^1\. Mở VNeID", AGAIN),
    Plant("a doubtful fix that sends nobody asking", ENGLISH, r"^(### .*\n)", "\\1Wait. [?]\n\n",
          r"^Wait", AGAIN),
    Plant("an OTP without its safety line", GUIDE, r'^safety = \["tu-bam", ', "safety = [",
          r"^title", NEEDED),
    Plant("a photograph of a card without its safety line", CARDLESS, r"^7\. .*",
          "7. Chụp thẻ căn cước.", r"^7\. Chụp", NEEDED),
    Plant("a source of a day that does not exist", GUIDE, _FIRST_DATE, r'\1"2025-02-30"',
          _FIRST_SOURCE, DATED),
    Plant("a source dated in words", GUIDE, _FIRST_DATE, r'\1"hôm qua"', _FIRST_SOURCE, DATED),
    Plant("a source of after the check", GUIDE, _FIRST_DATE, r'\1"2026-11-23"', _FIRST_SOURCE,
          YOUNGER),
    Plant("a source of the month after the check", GUIDE, _FIRST_DATE, r'\1"2026-12"',
          _FIRST_SOURCE, YOUNGER),
    Plant("a review before the check", GUIDE, r"^review_by = .*", "review_by = 2026-11-22",
          r"^review_by", REVIEW),
]  # fmt: skip

RULES = [*_KEYS, *_TEXTS, *_FACTS]
