# check: test_probabilities_stay_as_they_are
# hint: softmax_of_softmax
import tensorflow as tf


def probability_model(model):
    return tf.keras.Sequential([model, tf.keras.layers.Softmax()])
