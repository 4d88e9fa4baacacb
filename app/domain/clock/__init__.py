"""The clock of integration plans: by when a review is due, when a plan ends, and what is missing.

Answers are computed for a day that is asked, from the path and the rule sets, and kept nowhere.
"""
