"""Activations whose names begin with l to z, in the form of their sources.

Written without sight of the catalog's formulas, from the papers, the survey of Kunc and Kléma
(arXiv:2402.09092) in transcription, public implementations, and the catalog's names, summaries
and notes. Slopes multiply, where the survey divides. Where sources disagree, the reading that the
note states is evaluated; comments say where that is not what most sources print.
"""

import math

from answer import answer
from standard import clip, gelu, normal_cdf, relu, sigmoid, sign, silu, sinc, softplus

_SELU_SCALE = 1.0507009873554805
_SELU_ALPHA = 1.6732632423543772


def laplace_linear_unit(x):
    return x * (1 - math.exp(-x) / 2) if x >= 0 else x * math.exp(x) / 2


def laplacian(x, width):
    return math.exp(-abs(x) / width)


def leaf(x, slope, shift, rate, offset):
    return (slope * x + shift) * sigmoid(rate * x) + offset


def leaky_apical_dendrite(x, decay, shift, slope):
    # With the factor of the authors' code, which transcriptions of the survey lack.
    return x * math.exp(-decay * x + shift) if x >= 0 else slope * x


def leaky_learnable_relu(x, scale, slope):
    return scale * x if x >= 0 else slope * scale * x


def leaky_relu(x, alpha):
    return x if x >= 0 else alpha * x


def leaky_relu_plus(x, slope, epsilon):
    return (x + slope * x + _mollified((1 - slope) * x, epsilon)) / 2


def leaky_selu(x, slope):
    return selu(x) if x >= 0 else selu(x) + _SELU_SCALE * slope * x


def legendre(x, a_0, a_1, a_2, a_3):
    polynomials = (1, x, (3 * x**2 - 1) / 2, (5 * x**3 - 3 * x) / 2)
    return sum(a * p for a, p in zip((a_0, a_1, a_2, a_3), polynomials))


def li_relu(x, alpha):
    return alpha * x + x if x > 0 else alpha * x


def linq(x, slope):
    # The survey prints 1 - 2 x + x^2 for (1 - slope)^2; see the note.
    end = 2 - 2 * slope
    if x >= end:
        return slope * x + (1 - 2 * slope + slope**2)
    if x <= -end:
        return slope * x - (1 - 2 * slope + slope**2)
    return x * (4 - abs(x)) / 4


def lisht(x):
    return x * math.tanh(x)


def log_sigmoid(x):
    return math.log(1 / (1 + math.exp(-x)))


def log_sqnl(x):
    if x > 2:
        return 1.0
    if x < -2:
        return 0.0
    return 0.5 * (x - x**2 / 4) + 0.5 if x >= 0 else 0.5 * (x + x**2 / 4) + 0.5


def logarithmic_linear_unit(x):
    return x if x > 0 else -math.log(1 - x)


def logish(x):
    return x * math.log(1 + sigmoid(x))


def logish_plus(x, epsilon):
    return x * math.log(1 + step_plus(x, epsilon))


def loglog(x):
    return math.exp(-math.exp(-x))


def loglogish(x):
    return x * (1 - math.exp(-math.exp(x)))


def logmoid(x, alpha, beta):
    return x * math.log(1 + alpha * sigmoid(beta * x))


def lpselu(x, scale, alpha, slope):
    return _selu(x, scale, alpha) + (slope * x if x < 0 else 0)


def lpselu_rp(x, scale, alpha, slope, offset):
    return lpselu(x, scale, alpha, slope) + offset


def ls_relu(x, scale, high):
    # Without the bars around the added constant; see the note.
    if x <= 0:
        return x / (1 + abs(x))
    if x <= high:
        return x
    return math.log(scale * x + 1) + high - math.log(scale * high + 1)


def lsptlu(x, slope, peak):
    if x < 0:
        return slope * x
    if x <= peak:
        return x
    return 2 * peak - x if x <= 2 * peak else 0.0


def m_arcsinh(x):
    return math.asinh(x) * math.sqrt(abs(x)) / 12


def maxout(x1, x2, pieces):
    return max(x1, x2)


def maxsig(x):
    return max(x, sigmoid(x))


def mega_laplace(x, mu, sigma):
    return 0.5 * (1 + math.erf((x - mu) / (sigma * math.sqrt(2))))


def melu_plus(x, center, width, epsilon):
    inner = width - _mollified(x - center, epsilon)
    return (inner + _mollified(inner, epsilon)) / 2


def mexican_hat(x):
    factor = 2 / (math.sqrt(3) * math.pi**0.25)
    return factor * (1 - x**2) * math.exp(-(x**2) / 2)


def mexican_relu(x, slope, bump_1, bump_2, bump_3):
    bumps = ((bump_1, 2, 2), (bump_2, 1, 1), (bump_3, 3, 1))
    return prelu(x, slope) + sum(
        height * max(width - abs(x - center), 0) for height, center, width in bumps
    )


def mila(x, beta):
    return x * math.tanh(math.log(1 + math.exp(x + beta)))


def minsin(x):
    return min(x, math.sin(x))


def mirrored_relu(x):
    if -1 <= x <= 0:
        return 1 + x
    return 1 - x if 0 < x <= 1 else 0.0


def mish(x):
    return x * math.tanh(softplus(x))


def mish_plus(x, epsilon):
    # BipolarPlus of SquarePlus, as the text says; the printed formula has BipolarPlus twice.
    square_plus = (x + _mollified(x, epsilon)) / 2
    return x * _bipolar_plus(square_plus, epsilon)


def mishra(x):
    return 0.5 * (x / (1 + abs(x))) ** 2 + 0.5 * x / (1 + abs(x))


def mixed_leaky_relu_elu(x, mix, slope, alpha):
    return mix * leaky_relu(x, slope) + (1 - mix) * _elu(x, alpha)


def mixture_of_gaussians(x, **params):
    total = 0.0
    for number in (1, 2, 3):
        scale, mean, deviation = (
            params[f"{name}_{number}"] for name in ("scale", "mean", "deviation")
        )
        factor = scale / math.sqrt(2 * math.pi * deviation**2)
        total += factor * math.exp(-((x - mean) ** 2) / (2 * deviation**2))
    return total


def modified_complementary_loglog(x):
    # exp(x), as in the original and in the note; the survey prints exp(-x).
    return 1 - 2 * math.exp(-0.7 * math.exp(x))


def modified_elliott(x):
    return x / math.sqrt(1 + x**2) + 0.5


def modified_leaky_relu(x, alpha):
    return x if x + alpha > 0 else -alpha * x


def modified_mexican_relu(x, mix, width, center):
    return mix * max(width - abs(x - center), 0) + (1 - mix) * max(0, x)


def modified_quantum_relu(x):
    return x if x > 0 else 0.01 * x - x


def modified_silu(x):
    return x * sigmoid(x) + math.exp(-(x**2) - 1) / 4


def molu(x):
    return x * (1 + math.tanh(x)) / 2


def morlet(x, omega):
    return math.cos(omega * x) * math.exp(-(x**2) / 2)


def mpelu(x, alpha, beta):
    return x if x > 0 else alpha * (math.exp(beta * x) - 1)


def multiquadric(x, center, width):
    return math.sqrt((x - center) ** 2 + width**2)


def multistate_sigmoid(x, offset, first, second):
    return offset + 1 / (1 + math.exp(-x + first)) + 1 / (1 + math.exp(-x + second))


def n_activation(x, first, second):
    low, high = min(first, second), max(first, second)
    if x < low:
        return x - 2 * low
    return x - 2 * high if x > high else -x


def natural_log_relu(x, beta):
    return math.log(beta * max(0.0, x) + 1)


def negative_exponential(x):
    return math.exp(-x)


def nelu(x, alpha):
    # The integral of 2 alpha x / (1 + x^2)^2 from 0.
    return x if x > 0 else alpha - alpha / (1 + x**2)


def neuron_adaptive(x, bump, narrowness, height, slope):
    return bump * math.exp(-narrowness * x**2) + height / (1 + math.exp(-slope * x))


def neuron_adaptive_sine(x, amplitude, omega, bump, narrowness, height, slope):
    return amplitude * math.sin(omega * x) + neuron_adaptive(x, bump, narrowness, height, slope)


def new_sigmoid(x):
    top = math.exp(x) - math.exp(-x)
    return top / math.sqrt(2 * (math.exp(2 * x) + math.exp(-2 * x)))


def nipuna(x, beta):
    return max(x / (1 + math.exp(-beta * x)), x)


def non_monotonic_cubic_unit(x):
    return x - x**3


def oaf(x):
    return relu(x) + x * sigmoid(x)


def odd_power_linear(x, power):
    # Odd, as the text says; the survey prints the even function's piece below -1.
    if abs(x) > 1:
        return x - sign(x) * (1 - 1 / power)
    return sign(x) * abs(x) ** power / power


def one_minus_cos(x):
    return 1 - math.cos(x)


def optimized_leaky_relu(x, lower, upper):
    return x if x >= 0 else x * math.exp(-(upper + lower) / (upper - lower))


def p_e2_id(x, alpha):
    return alpha * x + (1 - alpha) * (_elu(x) - _elu(-x))


def p_e2_relu(x, alpha, beta):
    return alpha * relu(x) + beta * _elu(x) + (1 - alpha - beta) * -_elu(-x)


def p_e2_relu_1(x, alpha):
    return alpha * relu(x) + (1 - alpha) * (_elu(x) - _elu(-x))


def p_sig_ramp(x, mix, slope):
    if x >= 1 / (2 * slope):
        ramp = 1.0
    else:
        ramp = 0.0 if x <= -1 / (2 * slope) else slope * x + 0.5
    return mix * sigmoid(x) + (1 - mix) * ramp


def pade(x, **params):
    top = sum(params[f"a_{power}"] * x**power for power in range(6))
    below = sum(params[f"b_{power}"] * x**power for power in range(1, 5))
    return top / (1 + abs(below))


def pairwise_clipped_relu(x1, x2):
    return clip(x1, 0, 1) * clip(x2, 0, 1)


def pan(x, width):
    if x >= width:
        return x - width
    return -x - width if x <= -width else 0.0


def pan_plus(x, lambda_, epsilon):
    return -lambda_ + (_mollified(x - lambda_, epsilon) + _mollified(x + lambda_, epsilon)) / 2


def parabolic_cone(x):
    return x * (2 - x)


def parameterized_clipping(x, alpha):
    return 0.5 * (abs(x) - abs(x - alpha) + alpha)


def parameterized_cone(x, height, center, power):
    return height - abs(x - center) ** power


def parameterized_softplus(x, shift):
    return math.log(1 + math.exp(x)) - shift


def parametric_hardsigmoid(x, slope, offset):
    return max(0.0, min(1.0, slope * x + offset))


def parametric_leaky_tanh(x, alpha):
    return max(math.tanh(x), alpha * abs(x))


def parametric_logish(x, alpha, beta):
    return alpha * x * math.log(1 + sigmoid(beta * x))


def parametric_rectified_exponential_unit(x, alpha, beta):
    return alpha * x if x > 0 else alpha * x * math.exp(beta * x)


def parametric_sech_sig(x, alpha):
    return (x + alpha * _sech(x + alpha)) * sigmoid(x)


def parametric_sigmoid(x, alpha, beta):
    return alpha / (1 + math.exp(-beta * x))


def parametric_softplus(x, alpha, offset):
    return alpha * (math.log(1 + math.exp(x)) - offset)


def parametric_swish(x, alpha, beta, threshold):
    return alpha * x * sigmoid(beta * x) if x <= threshold else x


def parametric_tanh_sig(x, alpha):
    return (x + alpha * math.tanh(x + alpha)) * sigmoid(x)


def pats(x, lower, upper):
    # In evaluation, with the mean of the scales.
    return x * math.atan((lower + upper) / 2 * math.pi * sigmoid(x))


def pdelu(x, alpha, deformation):
    if x > 0:
        return x
    base = max(0.0, 1 + (1 - deformation) * x)
    return alpha * (base ** (1 / (1 - deformation)) - 1)


def pelu(x, alpha, beta):
    return alpha / beta * x if x >= 0 else alpha * (math.exp(x / beta) - 1)


def penalized_tanh(x, alpha):
    return math.tanh(x) if x > 0 else alpha * math.tanh(x)


def pflu(x):
    return x * (1 + x / math.sqrt(1 + x**2)) / 2


def pfplus(x, alpha, beta):
    return alpha * x if x >= 0 else alpha * x / (1 - beta * x)


def pgelu(x, alpha):
    return x * normal_cdf(x / alpha)


def phish(x):
    return x * math.tanh(gelu(x))


def piecewise_linear_sigmoid(x):
    if x < -4:
        return 0.01 * (x + 4)
    return 0.01 * (x - 4) + 1 if x > 4 else 0.125 * x + 0.5


def piecewise_linear_unit(x, alpha, knot):
    return max(alpha * (x + knot) - knot, min(alpha * (x - knot) + knot, x))


def piecewise_mexican_hat(x, center):
    shifted = x + center if x < 0 else x - center
    return mexican_hat(shifted)


def piecewise_rbf(x, knot, width):
    if x >= knot:
        return math.exp(-((x - 2 * knot) ** 2) / width**2)
    if x > -knot:
        return math.exp(-(x**2) / width**2)
    return math.exp(-((x + 2 * knot) ** 2) / width**2)


def pilu(x, positive_slope, negative_slope, knot):
    slope = positive_slope if x >= knot else negative_slope
    return slope * x + knot * (1 - slope)


def polu(x, power):
    return x if x >= 0 else (1 - x) ** -power - 1


def polyexp(x, quadratic, linear, constant, decay):
    return (quadratic * x**2 + linear * x + constant) * math.exp(-decay * x**2)


def polynomial_relu(x, offset, linear, square, cube):
    return offset + linear * relu(x) + square * relu(x) ** 2 + cube * relu(x) ** 3


def polynomial_universal(x, width):
    if x > width:
        return x
    if x < -width:
        return 0.0
    return x * (width + x) ** 5 / ((width + x) ** 5 + (width - x) ** 5)


def positive_prelu(x, slope):
    return slope * x if x >= 0 else 0.0


def power_sigmoid(x, power):
    return (1 / (1 + math.exp(-x))) ** power


def prelu(x, alpha):
    return max(0.0, x) + alpha * min(0.0, x)


def prenu(x, alpha):
    return x - alpha * math.log(x + 1) if x >= 0 else 0.0


def probit(x):
    return normal_cdf(x)


def pselu(x, scale, alpha):
    return _selu(x, scale, alpha)


def pserf(x, gamma, delta):
    return x * math.erf(gamma * math.log(1 + math.exp(delta * x)))


def psgu(x, alpha):
    return x * math.tanh(alpha * sigmoid(x))


def ptalu(x, low, high):
    if x >= high:
        return x
    return math.tanh(x) if x > low else math.tanh(low)


def ptelu(x, alpha, beta):
    return x if x >= 0 else alpha * math.tanh(beta * x)


def quantum_relu(x):
    return x if x > 0 else 0.01 * x - 2 * x


def quick_gelu(x):
    return x * sigmoid(1.702 * x)


def rational(x, a_0, a_1, a_2, a_3, b_1, b_2):
    return (a_0 + a_1 * x + a_2 * x**2 + a_3 * x**3) / (1 + b_1 * x + b_2 * x**2)


def react_prelu(x, shift_in, shift_out, slope):
    factor = 1 if x > shift_in else slope
    return factor * (x - shift_in) + shift_out


def react_sign(x, threshold):
    return 1.0 if x > threshold else -1.0


def rectified_bendable_linear(x, beta):
    return beta * (math.sqrt(x**2 + 1) - 1) + x if x > 0 else 0.0


def rectified_bipolar_sigmoid(x):
    return 2 * sigmoid(x) - 1 if x >= 0 else 0.0


def rectified_hyperbolic_secant(x):
    return x * _sech(x)


def rectified_power_unit(x, power):
    return x**power if x > 0 else 0.0


def rectified_softplus(x, slope):
    return slope * x + math.log(2) if x >= 0 else math.log(1 + math.exp(x))


def rectified_tanh(x):
    return math.tanh(x) if x >= 0 else 0.0


def reglu(x1, x2):
    return x1 * relu(x2)


def reltanh(x, low, high):
    if x >= high:
        return _tanh_slope(high) * (x - high) + math.tanh(high)
    if x <= low:
        return _tanh_slope(low) * (x - low) + math.tanh(low)
    return math.tanh(x)


def relu6(x):
    return min(max(0.0, x), 6.0)


def relu6_glu(x1, x2):
    return x1 * relu6(x2)


def relu_swish(x):
    return silu(x) if x >= 0 else 0.0


def repsu(x, mix, threshold, shift, scale, power):
    if x < threshold:
        return 0.0
    away = x - shift
    skewed = (x - threshold) / (1 + math.exp(-sign(away) * (abs(away) / scale) ** power))
    # The survey prints 2 x, which jumps; see the note.
    hard = 2 * (x - threshold) - skewed
    return mix * skewed + (1 - mix) * hard


def resonance_sine(x, amplitude, omega, phase):
    return amplitude * math.sin(omega * x + phase)


def reu(x):
    return x if x > 0 else x * math.exp(x)


def rmaf(x, alpha, scale, power):
    return scale / (0.25 * (1 + math.exp(-x)) + 0.75) ** power * alpha * x


def root2sigmoid(x):
    root = math.sqrt(2)
    top = root**x - root**-x
    return top / (2 * root * math.sqrt(2 * (root ** (2 * x) + root ** (-2 * x))))


def rootsig(x, slope):
    return slope * x / (1 + math.sqrt(1 + slope**2 * x**2))


def rowdy_tanh(x, weight, slope, amplitude_1, omega_1, amplitude_2, omega_2):
    first = amplitude_1 * math.sin(omega_1 * x)
    second = amplitude_2 * math.sin(2 * omega_2 * x)
    return weight * math.tanh(slope * x) + first + second


def rrelu(x, lower, upper):
    # In evaluation, with the mean of the slopes.
    return x if x >= 0 else (lower + upper) / 2 * x


def rsigelu(x, alpha):
    return rsigelud(x, alpha, alpha)


def rsigelud(x, alpha, beta):
    # alpha multiplies the sigmoid, as the notes say; transcriptions have it as an exponent.
    if x > 1:
        return x * (1 / (1 + math.exp(-x))) * alpha + x
    return x if x >= 0 else beta * (math.exp(x) - 1)


def s_shaped_relu(x, low, slope_low, high, slope_high):
    if x >= high:
        return high + slope_high * (x - high)
    return low + slope_low * (x - low) if x <= low else x


def sara(x, alpha, beta):
    return x if x >= 0 else x / (1 + alpha * math.exp(-beta * x))


def scaled_exponential(x, alpha, beta):
    return alpha * (math.exp(beta * x) - 1)


def scaled_hardswish(x, beta):
    return 2 * x * max(0, min(1, 0.2 * beta * x + 0.5))


def scaled_polynomial_constant(x, scale, shift, width, limit):
    return scale * _spocu(x / width + shift, limit) - scale * _spocu(shift, limit)


def scaled_scaled_elu(x, steepness):
    if x >= 0:
        return _SELU_SCALE * x
    return _SELU_SCALE * _SELU_ALPHA * (math.exp(steepness * x) - 1)


def scaled_sigmoid(x):
    return 4 * sigmoid(x) - 2


def scaled_sinh(x, alpha, beta):
    return alpha * math.sinh(beta * x)


def scaled_softsign(x, alpha, beta):
    return alpha * x / (beta + abs(x))


def scaled_tanh(x, scale, slope):
    return scale * math.tanh(slope * x)


def seagull(x):
    return math.log(1 + x**2)


def sech_sig(x):
    return (x + _sech(x)) * sigmoid(x)


def self_arctan(x):
    return x * math.atan(x)


def self_learnable(x, a_0, a_1, a_2, a_3):
    return a_0 + a_1 * x + a_2 * x**2 + a_3 * x**3


def self_scalable_tanh(x, beta):
    return math.tanh(x) + beta * x * math.tanh(x)


def selu(x):
    return _selu(x, _SELU_SCALE, _SELU_ALPHA)


def serf(x):
    return x * math.erf(math.log(1 + math.exp(x)))


def serlu(x, scale, alpha):
    return scale * x if x >= 0 else scale * alpha * x * math.exp(x)


def shape_autotuning_sigmoid(x, alpha):
    return 2 * (1 - math.exp(-alpha * x)) / (alpha * (1 + math.exp(-alpha * x)))


def shhardtanh(x, shift):
    return clip(x + shift, -1, 1)


def shifted_elu(x, alpha, shift):
    return _elu(x + shift, alpha)


def shifted_identity(x, offset):
    return x + offset


def shifted_pelu(x, alpha, beta, shift):
    return pelu(x + shift, alpha, beta)


def shifted_quadratic_unit(x):
    return x**2 + x


def shifted_relu(x):
    return max(x, -1.0)


def shifted_scaled_sigmoid(x, slope, shift):
    return 1 / (1 + math.exp(-slope * (x - shift)))


def shifted_silu(x, alpha, beta):
    return x * (sigmoid(alpha * x) - beta) / (1 - beta)


def shifted_sinc_unit(x):
    return math.pi * sinc(x - math.pi)


def shifted_sine(x, omega):
    return 0.5 * math.sin(omega * x) + 0.3


def shifted_softplus(x):
    return math.log(0.5 * math.exp(x) + 0.5)


def siglin(x, slope):
    return sigmoid(x) + slope * x


def sigmoid_algebraic(x, alpha):
    size = abs(x)
    return sigmoid(x * (1 + alpha * size) / (1 + size * (1 + alpha * size)))


def sigmoid_derivative(x):
    return math.exp(-x) * sigmoid(x) ** 2


def sigmoid_gumbel(x):
    return 1 / (1 + math.exp(-x)) * math.exp(-math.exp(-x))


def sigmoid_linear_unit(x):
    return x if x >= 0 else (1 - math.exp(-2 * x)) / (1 + math.exp(-2 * x))


def sign_relu(x, alpha):
    return x if x >= 0 else alpha * x / (abs(x) + 1)


def sign_relu_plus(x, epsilon):
    size = _mollified(x, epsilon)
    return (x + size) / 2 + (x - size) / (2 * _mollified(1 - x, epsilon))


def signed_truncated_logarithm(x, alpha):
    if abs(x) < 1:
        return alpha * x
    return sign(x) * (alpha * math.log(abs(x)) + alpha)


def silu_derivative(x):
    return sigmoid(x) * (1 + x * (1 - sigmoid(x)))


def silu_exponential_linear(x, slope):
    return (slope + 0.5) * x + abs(math.exp(-x) - 1) if x >= 0 else x * sigmoid(x)


def sin(x, omega):
    return math.sin(omega * x)


def sinc_sigmoid(x):
    return sinc(sigmoid(x))


def sincos(x, sine, omega_sine, cosine, omega_cosine):
    return sine * math.sin(omega_sine * x) + cosine * math.cos(omega_cosine * x)


def sine_relu(x, epsilon):
    # The larger of both, as in the author's code.
    return max(x, epsilon * (math.sin(x) - math.cos(x)))


def sine_sigmoid(x, amplitude, omega, height, slope):
    return amplitude * math.sin(omega * x) + height / (1 + math.exp(-slope * x))


def sinlu(x, alpha, beta):
    return (x + alpha * math.sin(beta * x)) * sigmoid(x)


def sinp(x, slope):
    return math.sin(x) - slope * x


def sinsig(x):
    return x * math.sin(math.pi / 2 * sigmoid(x))


def sloped_relu(x, slope):
    return slope * x if x >= 0 else 0.0


def smish(x, alpha, beta):
    return alpha * x * math.tanh(math.log(1 + sigmoid(beta * x)))


def smooth_activation_unit(x, slope, sharpness):
    # By the definition, the mean of leaky relu under a Gaussian; the printed form lacks 1 - slope
    # before the exponential.
    gaussian = math.exp(-(sharpness**2) * x**2 / 2) / sharpness * math.sqrt(2 / math.pi) / 2
    line = (1 + slope) / 2 * x + (1 - slope) / 2 * x * math.erf(sharpness * x / math.sqrt(2))
    return (1 - slope) * gaussian + line


def smooth_maximum_unit(x, slope, sharpness):
    return ((1 + slope) * x + (1 - slope) * x * math.erf(sharpness * (1 - slope) * x)) / 2


def smooth_relu(x, beta):
    if x >= beta:
        return x
    return (x + beta) ** 2 / (4 * beta) if x > -beta else 0.0


def smooth_step(x, width):
    if x >= width / 2:
        return 1.0
    if x <= -width / 2:
        return 0.0
    return -2 / width**3 * x**3 + 3 / (2 * width) * x + 0.5


def snake(x, alpha):
    return x + math.sin(alpha * x) ** 2 / alpha


def snake_beta(x, alpha, beta):
    return x + math.sin(alpha * x) ** 2 / beta


def soft_clipping(x, sharpness):
    rise = 1 + math.exp(sharpness * x)
    fall = 1 + math.exp(sharpness * (x - 1))
    return math.log(rise / fall) / sharpness


def soft_clipping_mish(x, alpha):
    return max(0.0, x * math.tanh(math.log(1 + math.exp(alpha * x))))


def soft_exponential(x, alpha):
    if alpha < 0:
        return -math.log(1 - alpha * (x + alpha)) / alpha
    return (math.exp(alpha * x) - 1) / alpha + alpha if alpha > 0 else x


def soft_modulus_q(x):
    return x**2 * (2 - abs(x)) if abs(x) <= 1 else abs(x)


def soft_modulus_t(x, width):
    return x * math.tanh(x / width)


def soft_plus_plus(x, slope, divisor):
    return math.log(1 + math.exp(slope * x)) + x / divisor - math.log(2)


def soft_root_sign(x, alpha, beta):
    return x / (x / alpha + math.exp(-x / beta))


def softplus_linear_unit(x):
    return x if x >= 0 else 2 * math.log(math.exp(x) + 1) - 2 * math.log(2)


def softshrink(x, lambda_):
    if x > lambda_:
        return x - lambda_
    return x + lambda_ if x < -lambda_ else 0.0


def softshrink_plus(x, lambda_, epsilon):
    return x + (_mollified(x - lambda_, epsilon) - _mollified(x + lambda_, epsilon)) / 2


def softsign(x):
    return x / (1 + abs(x))


def softsign_plus(x, epsilon):
    return x / (1 + _mollified(x, epsilon))


def softsign_rrelu(x, lower, upper):
    # With |x| in the bump, as the text says; in evaluation, with the mean of the slopes.
    slope = 1 if x >= 0 else (lower + upper) / 2
    return 1 / (1 + abs(x)) ** 2 + slope * x


def sparse_plus(x):
    if x <= -1:
        return 0.0
    return x if x >= 1 else (x + 1) ** 2 / 4


def sparse_sigmoid(x):
    if x <= -1:
        return 0.0
    return 1.0 if x >= 1 else (x + 1) / 2


def spder(x):
    return math.sin(x) * math.sqrt(abs(x))


def speculator(x, gamma, beta):
    return (gamma + (1 - gamma) / (1 + math.exp(-beta * x))) * x


def splash(x, **slopes):
    total = 0.0
    for number, hinge in enumerate((0, 1, 2, 2.5), start=1):
        total += slopes[f"right_{number}"] * max(0, x - hinge)
        total += slopes[f"left_{number}"] * max(0, -x - hinge)
    return total


def sqlu(x):
    if x > 0:
        return x
    return x + x**2 / 4 if x >= -2 else -1.0


def sqnl(x):
    if x > 2:
        return 1.0
    if x < -2:
        return -1.0
    return x - x**2 / 4 if x >= 0 else x + x**2 / 4


def sqreu(x):
    if x > 0:
        return x
    return x + x**2 / 2 if x >= -2 else 0.0


def square(x):
    return x * x


def square_softplus(x):
    # The survey prints x + before the square, which jumps; see the note.
    if x > 0.5:
        return x
    return (x + 0.5) ** 2 / 2 if x >= -0.5 else 0.0


def squared_clipped_relu(x):
    return clip(x, 0, 1) ** 2


def squared_leaky_relu(x, slope):
    return leaky_relu(x, slope) ** 2


def squared_reglu(x1, x2):
    return x1 * relu(x2) ** 2


def squared_relu(x):
    return max(0.0, x) ** 2


def squareplus(x, b):
    return (x + math.sqrt(x**2 + b)) / 2


def squish(x):
    if x > 0:
        return x + x**2 / 32
    return x + x**2 / 2 if x >= -2 else 0.0


def srelu_plus(x, slope, threshold, epsilon):
    ends = _mollified(x - threshold, epsilon) - _mollified(x + threshold, epsilon)
    return slope * x + (slope - 1) / 2 * ends


def stac_tanh(x, threshold, slope):
    if x < -threshold:
        return math.tanh(-threshold) + slope * (x + threshold)
    if x > threshold:
        return math.tanh(threshold) + slope * (x - threshold)
    return math.tanh(x)


def star_relu(x, scale, shift):
    return scale * relu(x) ** 2 + shift


def steepened_sigmoid(x, slope):
    return sigmoid(slope * x)


def step_gated_linear(x1, x2):
    return x1 if x2 > 0 else 0.0


def step_plus(x, epsilon):
    return (1 + _bipolar_plus(x, epsilon)) / 2


def svhardtanh(x, shift):
    return clip(x, -1, 1) + shift


def swat(x):
    return x * sigmoid(math.atan(x))


def swiglu(x1, x2):
    return x1 * silu(x2)


def swim(x, alpha):
    return x * 0.5 * (1 + alpha * x / math.sqrt(1 + x**2))


def swish(x, beta):
    return x * sigmoid(beta * x)


def swish_plus(x, epsilon):
    return (x + x**2 / _mollified(x, epsilon)) / 2


def swisht(x, beta, alpha):
    return x * sigmoid(beta * x) + alpha * math.tanh(x)


def swisht_a(x, alpha):
    return sigmoid(x) * (x + 2 * alpha) - alpha


def swisht_b(x, beta, alpha):
    return sigmoid(beta * x) * (x + 2 * alpha) - alpha


def swisht_c(x, beta, alpha):
    return sigmoid(beta * x) * (x + 2 * alpha / beta) - alpha / beta


def symexp(x):
    return sign(x) * (math.exp(abs(x)) - 1)


def symlog(x):
    return sign(x) * math.log(abs(x) + 1)


def symmetric_gaussian(x):
    return 2 * math.exp(-(x**2)) - 1


def symmetrical_gelu(x, alpha):
    return alpha * x * math.erf(x / math.sqrt(2))


def symmetrical_multistate_sigmoid(x, shift):
    return -1 + 1 / (1 + math.exp(-x)) + 1 / (1 + math.exp(-x - shift))


def talu(x, low):
    if x >= 0:
        return x
    return math.tanh(x) if x > low else math.tanh(low)


def tangent_bipolar_sigmoid_relu(x):
    return x * math.tanh((1 - math.exp(-x)) / (1 + math.exp(-x)))


def tangent_sigmoid_relu(x):
    return x * math.tanh(sigmoid(x))


def tanh(x):
    return math.tanh(x)


def tanh_exponential_linear(x, alpha):
    return x * math.tanh(_elu(alpha * x))


def tanh_linear(x, slope):
    return math.tanh(x) if x >= 0 else slope * x


def tanh_linear_unit(x):
    return x if x >= 0 else 2 / (1 + math.exp(-x)) - 1


def tanh_sig(x):
    return (x + math.tanh(x)) * sigmoid(x)


def tanh_silu(x):
    return math.tanh(silu(x))


def tanhexp(x):
    return x * math.tanh(math.exp(x))


def tanhlu(x, alpha, lambda_, slope):
    return alpha * math.tanh(lambda_ * x) + slope * x


def tanhshrink(x):
    return x - math.tanh(x)


def tanhsoft(x, alpha, beta, gamma, delta):
    return math.tanh(alpha * x + beta * math.exp(gamma * x)) * math.log(delta + math.exp(x))


def tanhsoft_1(x, alpha):
    return math.tanh(alpha * x) * math.log(1 + math.exp(x))


def tanhsoft_2(x, beta, gamma):
    return x * math.tanh(beta * math.exp(gamma * x))


def tanhsoft_3(x, alpha):
    return math.log(1 + math.exp(x) * math.tanh(alpha * x))


def tbs_relu_learnable(x, alpha):
    return x * math.tanh(alpha * (1 - math.exp(-x)) / (1 + math.exp(-x)))


def tent(x, height):
    return max(0.0, height - abs(x))


def thin_plate_spline(x):
    return x**2 * math.log(abs(x)) if x != 0 else 0.0


def threshold(x, theta, value):
    return x if x > theta else value


def trained_step(x, slope, shift):
    return 1.0 if slope * x + shift <= 0 else 0.0


def transformative_tanh(x, alpha, beta, gamma, delta):
    return alpha * math.tanh(beta * x + gamma) + delta


def triple(x, scale):
    return scale * x**3


def triple_state_sigmoid(x, first, second):
    # The survey's product, as the note says; one library has the sum.
    return sigmoid(x) * (sigmoid(x) + sigmoid(x - first) + sigmoid(x - second))


def triple_state_swish(x, first, second):
    return x * triple_state_sigmoid(x, first, second)


def twisted_tanh(x, slope):
    return math.tanh(x) + slope * x


def universal_activation(x, rise, shift, curve, fall, offset):
    first = math.log(1 + math.exp(rise * (x + shift) + curve * x**2))
    return first - math.log(1 + math.exp(fall * (x - shift))) + offset


def variable_activation(x, offset, weight_1, slope_1, shift_1, weight_2, slope_2, shift_2):
    first = weight_1 * math.tanh(slope_1 * x + shift_1)
    return offset + first + weight_2 * math.tanh(slope_2 * x + shift_2)


def variant_sigmoid(x, scale, slope, offset):
    return scale / (1 + math.exp(-slope * x)) - offset


def variational_linear_unit(x, alpha, beta):
    return relu(x) + alpha * math.sin(beta * x)


def vertically_shifted_elu(x, alpha, offset):
    return _elu(x, alpha) + offset


def vertically_shifted_pelu(x, alpha, beta, offset):
    return pelu(x, alpha, beta) + offset


def very_leaky_relu(x):
    return x if x >= 0 else x / 3


def vrelu_plus(x, epsilon):
    return _mollified(x, epsilon)


def wave(x, decay):
    return (1 - x**2) * math.exp(-decay * x**2)


def wendland(x, width):
    distance = abs(x) / width
    return max(0.0, 1 - distance) ** 4 * (4 * distance + 1)


def x_plus_sin(x):
    return x + math.sin(x)


def xielu(x, alpha_p, alpha_n, beta):
    if x > 0:
        return softplus(alpha_p) * x**2 + beta * x
    curvature = beta + softplus(alpha_n)
    return curvature * (math.exp(x) - 1) - curvature * x + beta * x


def xiprelu(x, alpha_p, alpha_n, beta):
    return softplus(alpha_p if x > 0 else alpha_n) * x**2 + beta * x


def _bipolar_plus(x, epsilon):
    return x / _mollified(x, epsilon)


def _elu(x, alpha=1.0):
    return x if x >= 0 else alpha * (math.exp(x) - 1)


def _mollified(x, epsilon):
    """Smooth size of x: mollified square root function."""
    return math.sqrt(x**2 + epsilon)


def _sech(x):
    return 2 / (math.exp(x) + math.exp(-x))


def _selu(x, scale, alpha):
    return scale * _elu(x, alpha)


def _spocu(x, limit):
    # 0 below 0, as in the authors' PyTorch version; see the note.
    if x < 0:
        return 0.0
    x = min(x, limit)
    return x**3 * (x**5 - 2 * x**4 + 2)


def _tanh_slope(x):
    return 1 - math.tanh(x) ** 2


if __name__ == "__main__":
    answer(globals(), relu, sigmoid, sign, silu, sinc, softplus)
