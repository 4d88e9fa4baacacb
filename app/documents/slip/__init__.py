"""The slip on A5 and A4: the visitor's language and Finnish or Swedish, row by row."""
