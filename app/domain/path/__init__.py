"""A client's path through the programme: dates, codes and ticks, never what a plan says."""
