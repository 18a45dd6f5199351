"""Records as annotation tools have them: marks on the text, links between marks. One file a tool, both ways."""
