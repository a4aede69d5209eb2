"""A large stance judge: the lower layers of a language model, to measure what a judge of its size would know.

It is not shipped (it is a hundred times the size of the small judge); run it with ``python -m training.measure_large``.
``join`` puts the published parts of the weights together, ``source`` reads them, ``vocabulary`` makes the tokenizer,
``network`` is the model, ``prompts`` its rows of tokens, ``fit`` the training by the clock, ``sets`` says what is
learned from and judged, ``figures`` how well it does.
"""
