"""The Statistics tab, for use within the unit: key figures, charts, tables, breakdowns."""
