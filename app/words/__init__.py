"""What the program says, by what it is about: values in, sentences and names out; no Qt."""
