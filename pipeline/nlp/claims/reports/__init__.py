"""Reports without a clause of a verb of saying (digests, rumours, what is voiced), and words that are nobody's."""
