# check: test_scores_become_probabilities
# hint: wrong_type
# tf_keras: not judged
import keras
import numpy as np


def probability_model(model):
    x = np.zeros((1,) + model.input_shape[1:])
    return keras.ops.softmax(model.predict(x)).numpy()
