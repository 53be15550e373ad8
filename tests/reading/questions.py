"""Questions in our own words, by the way they are typed, each with the guide that answers it."""

_OF_A_SON = """
    dạ cháu ơi bác hỏi cái này chút bác có thằng con út nó đi làm trong khu công nghiệp năm nay
    cưới vợ mà phường nó đòi tờ giấy chứng nhận là chưa có vợ thì bác ra xã xin cái giấy xác nhận
    độc thân đó cho nó được không hay nó phải về
"""
_AT_THE_MARKET = """
    hồi sáng đi chợ ghé quầy bán cá tui móc túi ra không thấy cái điện thoại đâu hết trong đó có
    VNeID mà sợ người ta mở ra lấy giấy tờ của tui thì giờ khóa lại làm sao
"""

QUESTIONS: dict[str, list[tuple[str, str]]] = {
    "plain": [
        ("Thẻ căn cước rơi xuống giếng, xin thẻ khác", "can-cuoc-mat-hong"),
        ("khai báo tạm vắng khi đi làm ăn xa lâu ngày", "cu-tru-khai-bao-tam-vang"),
        ("muốn xin phiếu lý lịch tư pháp để đi làm", "ly-lich-tu-phap"),
        ("Tra phạt nguội cho chiếc xe tải", "so-tra-cuu-phat-nguoi"),
    ],
    "no accents": [
        ("doi so dien thoai trong vneid", "vneid-doi-so-dien-thoai"),
        ("xin tach ho rieng voi cha me", "dvc-tach-ho"),
        ("ho so bi tra lai vi thieu giay", "dvc-bo-sung-ho-so"),
        ("cap lai bang lai xe may", "dvc-cap-doi-gplx"),
    ],
    "slips": [
        ("đăgn ký kêt hnô", "dvc-dang-ky-ket-hon"),
        ("tài khaon ngân hagn mở sao", "so-tai-khoan-ngan-hang-qr"),
        ("lý lcịh tư pháp", "ly-lich-tu-phap"),
        ("gia hạn tạm chú", "cu-tru-dang-ky-tam-tru"),
    ],
    "dialect": [
        ("bà nội tui chết hồi khuya, chừ mần giấy khai tử ở mô", "dvc-dang-ky-khai-tu"),
        ("hộ khẩu của con dâu nhập vô nhà chồng răng hè", "cu-tru-dang-ky-thuong-tru"),
        ("tui bị mất việc, lãnh tiền thất nghiệp ở mô", "dvc-tro-cap-that-nghiep"),
    ],
    "raw telex": [
        ("ddawng kys khai sinh cho con", "dvc-dang-ky-khai-sinh"),
        ("nooopj phatj giao thoong", "dvc-nop-phat-giao-thong"),
        ("lamf hooj chieeus phoor thoong", "dvc-ho-chieu"),
    ],
    "raw VNI": [
        ("que6n ma65t kha63u vneid", "vneid-quen-mat-khau"),
        ("d9a8ng ky1 ta5m tru1", "cu-tru-dang-ky-tam-tru"),
    ],
    "short": [
        ("qmk vneid, lấy lại mk", "vneid-quen-mat-khau"),
        ("xin giấy phép hkd", "dvc-ho-kinh-doanh"),
        ("syll ký ở xã", "dvc-chung-thuc-chu-ky"),
        ("gắn stk lãnh tiền asxh", "an-sinh-lien-ket-ngan-hang"),
    ],
    "dictated": [
        (_OF_A_SON, "dvc-xac-nhan-tinh-trang-hon-nhan"),
        (_AT_THE_MARKET, "vneid-mat-may-khoa-tai-khoan"),
    ],
    "symptom": [
        ("mở cà vẹt trong máy không ra mà xe tên tui", "vneid-tich-hop-dang-ky-xe"),
        ("Bị nhà mạng cắt một chiều vì chưa xác nhận sim", "vneid-xac-nhan-sim"),
        ("công tơ dùng chung với hàng xóm, muốn có cái riêng", "dvc-dien-cap-moi"),
    ],
    "English": [
        ("forgot my vneid password", "vneid-quen-mat-khau"),
        ("link bank account to receive allowance", "an-sinh-lien-ket-ngan-hang"),
    ],
}

# What people type as well, and no guide answers.
OFF_TOPIC = [
    "chào buổi sáng", "tối nay có đá banh không", "con mèo nhà tui đi đâu mất", "gia lon hoi",
    "trowif nay cos baox khoong", "nấu cháo gà bỏ gừng không", "ai là người giàu nhất",
    "tell me a joke", "mua phân bón ở đâu rẻ", "cho hỏi đường ra biển", "ha ha ha", "1 + 1 = ?",
    "đau răng uống thuốc chi", "bao nhiêu tuổi rồi", "今天天气", "bầu trời màu xanh", "zzzz",
    "hát một bài đi", "cho vay nóng", "trồng lúa vụ đông xuân",
]  # fmt: skip
