# tf_keras: not judged
import tensorflow as tf


def _last(layer):
    while isinstance(layer, tf.keras.Model):
        # the operation that made the output
        layer = layer.outputs[0]._keras_history.operation
    return layer


def probability_model(model):
    last = _last(model)
    name = getattr(getattr(last, 'activation', None), '__name__', '')
    if 'softmax' in last.__class__.__name__.lower() or name == 'softmax':
        return model
    probs = tf.keras.activations.softmax(model.outputs[0])
    return tf.keras.Model(model.inputs, probs)
