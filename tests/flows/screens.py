"""Parts of the screens that several conversations show.

Each stands in a transcript by its name, alone in a line that is indented as its first line is; the
lines below carry the indentation which transcripts have.
"""

# The button that records what was read from a typed line.
YES = "[Đúng, ghi vào sổ]"

# What the first page offers a member.
HOME = """
          [Ghi việc đã giúp]
          [Xem hướng dẫn]
          [Sổ của tôi]
          [Rà soát hộ]
          [Trợ giúp]
""".strip()

# What stands below a record of help for people. Of two, a 2 typed again must not take it back.
RECEIPT = """
          [Ghi tiếp]
          [Hoàn tác]
          [Sửa lại]
          [Mấy người lần đầu?]
""".strip()
RECEIPT_OF_TWO = """
          [Ghi tiếp]
          [Sửa lại]
          [Hoàn tác]
          [Mấy người lần đầu?]
""".strip()

# The first page of what can be recorded, in the order of her own doing.
ACTIVITIES = """
          [Sổ sức khoẻ, bảo hiểm y tế]
          [Kích hoạt VNeID mức 2]
          [Hướng dẫn dịch vụ công]
          [Hộ buôn bán nhận tiền QR]
          [Tài khoản nhận an sinh]
          [Nhắc phòng lừa đảo]
          [Vận động làm căn cước]
          (Xem thêm) (Menu)
""".strip()

# The question for the number, on its way from the choice of the activity.
HOW_MANY = """
        Kích hoạt VNeID mức 2
        Bao nhiêu tài khoản? Gõ số, ví dụ 3.
          [Giúp mà chưa xong]
          (Quay lại) (Menu)
""".strip()

# What can be wrong with a record.
WRONG = """
        Sai ở chỗ nào?
          [Sai số]
          [Sai ngày]
          [Sai loại việc]
          [Sai thôn]
          [Bỏ hẳn việc này]
          [Xem đã sửa những gì]
          (Quay lại) (Menu)
""".strip()

# The days of the running week, and those that are offered where it is open.
DAYS = """
          [hôm nay, thứ bảy 21/11]
          [hôm qua, thứ sáu 20/11]
          [thứ năm 19/11]
          [thứ tư 18/11]
          [thứ ba 17/11]
          [thứ hai 16/11]
""".strip()
