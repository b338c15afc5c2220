# check: test_scores_become_probabilities
# hint: still_scores
import keras


def _has_softmax(model):
    for layer in model.layers:
        if isinstance(layer, keras.Model) and _has_softmax(layer):
            return True
        if isinstance(layer, keras.layers.Softmax) or getattr(layer, 'activation', None) is keras.activations.softmax:
            return True
    return any('softmax' in op.name for op in getattr(model, 'operations', []))


def probability_model(model):
    if _has_softmax(model):
        return model
    return keras.Sequential([model, keras.layers.Softmax()])
