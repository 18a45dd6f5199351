"""Who is who: from the source mentions of quotations to speakers."""
