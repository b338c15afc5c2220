# check: test_scores_become_probabilities
# hint: wrong_probabilities
import keras
import numpy as np


def is_probability(model):
    x = np.random.rand(10, *model.input_shape[1:])
    out = model.predict(x, verbose=0)
    return np.allclose(out.sum(axis=1), 1, atol=1e-3)


def probability_model(model):
    if is_probability(model):
        return model
    return keras.Sequential([model, keras.layers.Activation('sigmoid')])
