"""Reads event notices on many small sites and publishes feeds people subscribe to once.

The line the data takes is written in `crawl.py`; the nouns it carries are in `model.py`.
"""

__version__ = "0.1.0"
