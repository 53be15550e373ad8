"""The report of a period as a Word document, in the form of NĐ 30/2020/NĐ-CP.

`context` binds every figure to one name, `fields` says which names there are, `grammar` what a
template may say, `filling` puts the one into the other.
"""
