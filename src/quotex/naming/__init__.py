"""What a text names: names as verbatim ranges, and the persons and bodies that bear them."""
