"""The Referrals tab: the directory, the slip's questions, and the page that is printed."""
