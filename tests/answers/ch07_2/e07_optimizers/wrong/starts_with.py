# check: test_refuses_an_unknown_kind
# hint: unknown_kind_accepted
import keras

def make_optimizer(kind):
    if kind.startswith('sgd'):
        rate = 0.1 if kind == 'sgd_fast' else 0.01
        return keras.optimizers.SGD(learning_rate=rate)
    if kind == 'nesterov':
        return keras.optimizers.SGD(momentum=0.9, nesterov=True)
    if kind == 'adagrad':
        return keras.optimizers.Adagrad()
    if kind == 'rmsprop':
        return keras.optimizers.RMSprop()
    if kind == 'adam':
        return keras.optimizers.Adam()
    raise ValueError('unknown')
