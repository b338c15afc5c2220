# check: test_probabilities_stay_as_they_are
# hint: softmax_of_softmax
import keras


def probability_model(model):
    last = model.layers[-1]
    if isinstance(last, keras.layers.Dense) and last.activation == keras.activations.softmax:
        return model
    return keras.Sequential([model, keras.layers.Softmax()])
