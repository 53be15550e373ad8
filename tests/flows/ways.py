"""How each who may correct a record of hers comes to it."""

HERS = "[hôm nay: 3 tài khoản – Kích hoạt VNeID mức 2]"
# Who corrects, and how they come to a record of hers.
WAYS = {
    "member": ("/so", "[Các lần ghi gần đây]", HERS),
    "leader": ("/soto", "[Trần Thị Hoa]", HERS),
    "official": ("/soto", "[Trần Thị Hoa, Tổ An Khương]", HERS),
}
