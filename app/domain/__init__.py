"""The rules of the programme and of the desk, pure: no clock, no database, no words for people."""
