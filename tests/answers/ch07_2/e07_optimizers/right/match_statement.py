import numpy as np
import keras.optimizers as opt

def make_optimizer(kind):
    match kind:
        case "sgd":
            return opt.SGD(np.float64(0.01))
        case "sgd_fast":
            return opt.SGD(0.1)
        case "nesterov":
            return opt.SGD(0.01, 0.9, True)
        case "adagrad":
            return opt.Adagrad()
        case "rmsprop":
            return opt.RMSprop()
        case "adam":
            return opt.Adam()
    raise ValueError(kind)
