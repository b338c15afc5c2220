# check: test_refuses_an_unknown_kind
# hint: unknown_kind_other_exception
import keras

def make_optimizer(kind):
    optimizers = {
        'sgd': keras.optimizers.SGD(learning_rate=0.01),
        'sgd_fast': keras.optimizers.SGD(learning_rate=0.1),
        'nesterov': keras.optimizers.SGD(momentum=0.9, nesterov=True),
        'adagrad': keras.optimizers.Adagrad(),
        'rmsprop': keras.optimizers.RMSprop(),
        'adam': keras.optimizers.Adam(),
    }
    return optimizers[kind]
