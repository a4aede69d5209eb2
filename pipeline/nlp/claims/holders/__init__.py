"""Who holds a claim: names to their fullest form, roles, pronouns, crowds, speakers whom the sentence leaves out."""
