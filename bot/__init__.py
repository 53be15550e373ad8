"""Tổ Số: a chat assistant for village digital-technology teams."""
