"""Who is responsible for what in a person's integration (programme lines 97 and 148-227).

One table, `resources/reference/responsible.json`, made from the programme: its rows D1 to D12 are
named in every answer. What the programme leaves open is flagged until the unit has decided.
"""
