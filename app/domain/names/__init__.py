"""Names of people, compared whatever their script and spelling.

Letters of other scripts become Latin ones by the tables of `anyascii`, which follow the usual
romanisation of each script; what a table cannot know, as the two sounds of one letter, stands in
`sound`. Nothing here knows a database: `keys` says what an index must hold to find a name.
"""
