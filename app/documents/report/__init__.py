"""The report of statistics on A4: charts and tables that a black-and-white printer can follow."""
