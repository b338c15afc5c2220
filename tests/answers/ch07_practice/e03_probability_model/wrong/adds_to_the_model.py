# check: test_leaves_the_model_as_it_was
# hint: model_changed
import keras
import numpy as np


def is_probability(model):
    x = np.random.rand(10, *model.input_shape[1:])
    out = model.predict(x, verbose=0)
    return np.allclose(out.sum(axis=1), 1, atol=1e-3)


def probability_model(model):
    if is_probability(model):
        return model
    if isinstance(model, keras.Sequential):
        model.add(keras.layers.Softmax())
        return model
    return keras.Sequential([model, keras.layers.Softmax()])
