"""What numbers look like in a flat text: those of a person, and those that only look like it."""

import re

# What may stand between the digits of one number.
_GAP = r"[ .\-()~_,/]{0,3}"
_THIN = r"[ .\-~_]?"
# Not a number so far: neither hidden already (\x02, ▒), nor known to be harmless (\x01).
_NEAR = r"[^0-9\n▒\x01\x02]"

_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19|20)[0-9]{2}"
_UNIT = (
    r"(?:nguoi|cong dan|dan|ho|khau|nhan khau|luot|tai khoan|ho so|buoi|gian hang|thue bao|may|"
    r"cai|phieu|don|giay|hoc vien|thanh vien|vneid|dvc|%|phan tram)(?![a-z])"
)
_MONEY = r"(?:d|dong|vnd|k|ng|ngan|nghin|trieu|tr|ty|usd)(?![a-z])"

DATE = re.compile(
    rf"(?<![0-9])(?<![0-9][./\-])(?:"
    rf"{_YEAR}-(?:w[0-9]{{1,2}}|q[1-4]|h[12]|{_MONTH}(?:-{_DAY})?(?![0-9]))"
    rf"|{_DAY}([./\-]){_MONTH}\1{_YEAR}|{_MONTH}[./\-]{_YEAR}|{_DAY}[./\-]{_MONTH}"
    rf"|{_DAY} {_MONTH} {_YEAR}(?! [0-9]{{3}})|{_YEAR}(?= ?- ?{_YEAR}(?![0-9])))"
    r"(?![0-9]|[./\-][0-9])"
)
LIKE_A_YEAR = re.compile(_YEAR)
COUNTED = re.compile(rf"[0-9]{{1,3}}{_UNIT}")
HARMLESS = re.compile(
    # Figures and money, written with points in threes; the unit tells a long one from an account.
    rf"(?<![0-9.,])[1-9][0-9]{{0,2}}(?:[.,][0-9]{{3}})+ ?(?:{_MONEY}|{_UNIT})"
    rf"|(?<![0-9.,])[1-9][0-9]* ?{_MONEY}"
    r"|(?<![0-9.,\-])[1-9](?:[.,][0-9]{3}){2}(?![.,\-]?[0-9])"
    r"|(?<![0-9.,\-])[1-9][0-9]{0,2}[.,][0-9]{3}(?![.,\-]?[0-9])"
    # Hotlines: 1900 0368, 18001096.
    r"|(?<![0-9])(?<![0-9]{2}[ .\-])1[89]00[ .\-]?[0-9]{2}[ .\-]?[0-9]{2}(?:[ .\-]?[0-9]{2})?"
    r"(?![0-9]|[ .\-][0-9]{3})"
    # Documents: 69/2024/NĐ-CP.
    rf"|(?<![0-9])[0-9]{{1,5}}/{_YEAR}(?=/[a-z])"
)

# 000.00.16.G21-999999-0001, H21.15-999999-0001
DOSSIER = re.compile(
    r"(?<![a-z0-9.])(?:[a-z0-9]{1,3}\.){1,4}[a-z0-9]{1,4} ?- ?[0-9]{6} ?- ?[0-9]{3,6}(?![0-9])"
)
CARD = re.compile(
    rf"(?<![a-z])((?!tk|so|la|dt)[a-z]{{2}}{_THIN}[0-9](?:{_THIN}[0-9]){{12}})(?![0-9])"
)
INSURANCE = re.compile(
    rf"(?<![a-z])(?:bhyt|bhxh|bao hiem|vssid|the y te){_NEAR}{{0,24}}"
    rf"([0-9](?:{_THIN}[0-9]){{9,14}})(?![0-9])"
)
PASSPORT = re.compile(
    rf"(?<![a-z])(?:ho chieu|passport){_NEAR}{{0,20}}?([a-z] ?[0-9]{{7,8}})(?![0-9])"
)
PHONES = (
    re.compile(
        rf"(?:\+ ?\(?84|(?<![0-9])0084|\(\+?84){_GAP}0?{_GAP}[1-9](?:{_GAP}[0-9]){{7,9}}(?![0-9])"
    ),
    re.compile(rf"(?<![0-9])84{_THIN}[235789][0-9](?:{_THIN}[0-9]){{7,8}}(?![0-9])"),
    re.compile(
        rf"(?<![0-9])(?<![0-9][.,])\(?0{_GAP}(?:[35789](?:{_GAP}[0-9]){{8}}|"
        rf"2(?:{_GAP}[0-9]){{8,9}}|1{_GAP}[2689](?:{_GAP}[0-9]){{8}})(?![0-9])"
    ),
)
# A number that was announced: shorter ones count too. Telephones, papers, accounts.
ANNOUNCED = tuple(
    re.compile(
        rf"(?<![a-z])(?:{words})(?![a-z]){_NEAR}{{0,24}}"
        r"([0-9](?:[ .\-()~_]{0,2}[0-9]){5,18})(?![0-9])"
    )
    for words in (
        r"sdt|so dien thoai|so dt|dien thoai|dt|zalo|viber",
        r"cccd|cmnd|cmt|can cuoc|dinh danh|ma so thue|mst|so giay to",
        r"stk|so tk|so tai khoan|tai khoan|so the|the atm|account",
    )
)
_ONE_TIME = (
    r"otp|ma xac (?:thuc|nhan|minh)|ma kich hoat|ma bao mat|ma dang nhap|ma pin|pin|passcode|"
    r"password|pass|mat khau|mk"
)
_CODE = r"(?:[0-9]{4,8}|[0-9]{2,4}(?:[ .\-][0-9]{2,4}){1,3}|[0-9](?:[ .\-][0-9]){3,7})(?![0-9])"
_START = r"(?<![0-9a-z])(?<![0-9a-z][\-.])"
# A join code of this program (K7QM-2F9T), whose first half may be four digits.
JOIN_CODE = re.compile(
    r"(?=[2-9 \-]*[b-z])[2-9b-df-hj-km-np-tv-z]{4}[ \-]?[2-9b-df-hj-km-np-tv-z]{4}(?![a-z0-9])"
)
CODE_BEHIND = re.compile(
    rf"(?<![a-z])(?:{_ONE_TIME})(?![a-z])"
    rf"([^\n▒\x01\x02]{{0,32}}?){_START}({_CODE})(?! ?{_UNIT})"
)
# "mã" is also "mà" and "má" without accents: only a few words may stand between it and its code.
CODE_CALLED = re.compile(
    r"(?<![a-z])((?:ma|code)(?: so)?"
    r"(?: (?:la|moi|vua|nhan|duoc|gui|ve|cua|ban|bac|toi|em|tui|minh)){0,4}[ :=.,\-]{0,3})"
    rf"{_START}({_CODE})(?! ?{_UNIT})"
)
CODE_BEFORE = re.compile(
    rf"{_START}({_CODE})[ ,.:()\-]{{0,3}}(?:(?:chinh |day )?la )?(?:cai |so )?(?:ma )?"
    rf"(?:{_ONE_TIME})(?![a-z])"
)
# Numbers in a password are told from numbers of people by how many there are.
PASSWORD = re.compile(
    r"(?<![a-z])(?:mat khau|password|passcode|pass|mk)"
    r"(?: (?:la|moi|cu|vneid|dvc|zalo|dang nhap|cua)){0,3}( la)?[ :=]{1,3}"
    r"([^ \n▒\x01\x02]{5,63}[^ \n▒\x01\x02,;.])"
)
_NUMBER_WORD = r"(?:khong|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|linh|le)"
SPELLED = re.compile(rf"(?<![a-z]){_NUMBER_WORD}(?:[ ,.\-]{{1,2}}{_NUMBER_WORD}){{7,}}(?![a-z])")
ALONE = re.compile(r"\A[^0-9a-z\x01]*([0-9]{6}|[0-9]{3}[ \-][0-9]{3})[^0-9a-z\x01]*\Z")
ADDRESS = re.compile(
    r" ?@ ?(?:(?:[a-z0-9\-]{1,63} ?\. ?){1,4}[a-z]{2,24}|(?:gmail|yahoo|hotmail|outlook|icloud)"
    r"(?![a-z]))"
)
# A comma with a blank behind it stands between two numbers, not within one.
RUN = re.compile(r"[0-9]+(?:(?:[ .\-()~_/]{1,3}|,)[0-9]+)*")
GROUP = re.compile(r"[0-9]+")
