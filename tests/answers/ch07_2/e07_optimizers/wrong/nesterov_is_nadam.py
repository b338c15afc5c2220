# check: test_nesterov_momentum
# hint: kind_gives_another_optimizer
import keras

def make_optimizer(kind):
    if kind == 'sgd':
        return keras.optimizers.SGD()
    elif kind == 'sgd_fast':
        return keras.optimizers.SGD(learning_rate=0.1)
    elif kind == 'nesterov':
        return keras.optimizers.Nadam()
    elif kind == 'adagrad':
        return keras.optimizers.Adagrad()
    elif kind == 'rmsprop':
        return keras.optimizers.RMSprop()
    elif kind == 'adam':
        return keras.optimizers.Adam()
    else:
        raise ValueError('unknown optimizer: ' + kind)
