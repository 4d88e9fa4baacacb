"""The page of the settings on which the directory of services is kept."""
