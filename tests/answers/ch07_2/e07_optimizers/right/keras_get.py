import keras

class UnknownOptimizer(ValueError):
    pass

def make_optimizer(kind):
    if kind not in ("sgd", "sgd_fast", "nesterov", "adagrad", "rmsprop", "adam"):
        raise UnknownOptimizer(kind)
    if kind == "sgd_fast":
        return keras.optimizers.SGD(learning_rate=0.1)
    if kind == "nesterov":
        return keras.optimizers.SGD(momentum=0.9, nesterov=True)
    return keras.optimizers.get(kind)   # 나머지는 기본값
