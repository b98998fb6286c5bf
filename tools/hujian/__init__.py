"""hujian 互见: static sites for collections of Chinese texts that echo each other."""

__version__ = "0.1.0"
