# check: test_sgd_at_two_rates
# hint: optimizer_lr
# tf_keras: test_sgd_at_two_rates wrong_optimizer_setting
import keras

def make_optimizer(kind):
    if kind == 'sgd':
        return keras.optimizers.SGD()
    elif kind == 'sgd_fast':
        return keras.optimizers.SGD(lr=0.1)
    elif kind == 'nesterov':
        return keras.optimizers.SGD(momentum=0.9, nesterov=True)
    elif kind == 'adagrad':
        return keras.optimizers.Adagrad()
    elif kind == 'rmsprop':
        return keras.optimizers.RMSprop()
    elif kind == 'adam':
        return keras.optimizers.Adam()
    else:
        raise ValueError('unknown optimizer: ' + kind)
