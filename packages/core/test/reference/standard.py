"""Functions of the textbooks that many definitions are made of."""

import math


def sigmoid(x):
    return 1 / (1 + math.exp(-x))


def softplus(x):
    return math.log(1 + math.exp(x))


def relu(x):
    return max(x, 0.0)


def silu(x):
    return x * sigmoid(x)


def normal_cdf(x):
    """Distribution function of the standard normal distribution."""
    return (1 + math.erf(x / math.sqrt(2))) / 2


def gelu(x):
    return x * normal_cdf(x)


def clip(x, low, high):
    return max(low, min(high, x))


def sign(x):
    return math.copysign(1.0, x) if x != 0 else 0.0


def sinc(x):
    """sin(x) / x, not that of NumPy and PyTorch, which is sin(pi x) / (pi x)."""
    return math.sin(x) / x if x != 0 else 1.0


def soft_abs(x, epsilon):
    """The mollified square root |x|_epsilon of Pan et al., which stands for |x|."""
    return math.sqrt(x**2 + epsilon)
