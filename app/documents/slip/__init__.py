"""The slip: the visitor's language and Finnish or Swedish, side by side or stacked."""
