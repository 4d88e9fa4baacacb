"""The tests, folder by folder as the program's own."""
