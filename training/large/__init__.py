"""A large stance judge: the lower layers of a language model, to measure what a judge of its size would know.

It has a billion weights and is not shipped; run it with ``python -m training.measure_large``.
``join`` puts the published parts of the weights together, ``source`` reads them, ``vocabulary`` makes the tokenizer,
``network`` is the model, ``prompts`` its rows of tokens, ``fit`` the training by the clock, ``sets`` says what is
learned from and judged, ``figures`` how well it does.
"""
