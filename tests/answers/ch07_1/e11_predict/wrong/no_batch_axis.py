# check: test_predicts_a_single_sample
# hint: missing_batch_axis
import numpy as np

def predict_labels(model, x):
    predictions = model.predict(x)
    return np.argmax(predictions, axis=1)

def predict_one(model, x, i):
    prediction = model.predict(x[i])
    return np.argmax(prediction)
