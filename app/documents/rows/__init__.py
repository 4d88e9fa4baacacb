"""Tables that somebody else made, read as lines of text: CSV in any usual form, workbooks."""
