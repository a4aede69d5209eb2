"""Learning to tell whether two texts make the same point: the point encoder and the weights of its measure.

``sides`` reads what is learned from, ``states`` what the layers that stay make of it, ``net`` and ``fit`` are the
layers that learn and the loop, ``weigh`` fits the weights of ``pipeline/cluster/matching.py`` on sides kept back.
"""
