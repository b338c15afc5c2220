# check: test_refuses_an_unknown_kind
# hint: unknown_kind_accepted
import keras

def make_optimizer(kind):
    if kind == 'sgd':
        return keras.optimizers.SGD()
    elif kind == 'sgd_fast':
        return keras.optimizers.SGD(learning_rate=0.1)
    elif kind == 'nesterov':
        return keras.optimizers.SGD(momentum=0.9, nesterov=True)
    elif kind == 'adagrad':
        return keras.optimizers.Adagrad()
    elif kind == 'rmsprop':
        return keras.optimizers.RMSprop()
    else:
        return keras.optimizers.Adam()
