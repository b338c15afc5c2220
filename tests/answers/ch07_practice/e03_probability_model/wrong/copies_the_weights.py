# check: test_shares_the_weights
# hint: weights_not_shared
import keras
import numpy as np


def is_probability(model):
    x = np.random.rand(10, *model.input_shape[1:])
    out = model.predict(x, verbose=0)
    return np.allclose(out.sum(axis=1), 1, atol=1e-3)


def probability_model(model):
    if is_probability(model):
        return model
    copy = keras.models.clone_model(model)
    copy.set_weights(model.get_weights())
    return keras.Sequential([copy, keras.layers.Softmax()])
