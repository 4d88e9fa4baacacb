"""The use cases: what a person at the desk does. Ids and values in, frozen values out."""
