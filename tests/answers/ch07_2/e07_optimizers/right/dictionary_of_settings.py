from tensorflow.keras import optimizers

SETTINGS = {
    "sgd": (optimizers.SGD, {"learning_rate": 0.01}),
    "sgd_fast": (optimizers.SGD, {"learning_rate": 0.1}),
    "nesterov": (optimizers.SGD, dict(learning_rate=0.01, momentum=0.9, nesterov=True)),
    "adagrad": (optimizers.Adagrad, {}),
    "rmsprop": (optimizers.RMSprop, {"learning_rate": 1e-3}),
    "adam": (optimizers.Adam, {"learning_rate": 1e-3, "beta_1": 0.9, "beta_2": 0.999}),
}


def make_optimizer(kind):
    try:
        cls, kwargs = SETTINGS[kind]
    except KeyError:
        raise ValueError(f"unknown kind {kind}") from None
    return cls(**kwargs)
