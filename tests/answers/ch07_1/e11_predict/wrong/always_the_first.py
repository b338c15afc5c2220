# check: test_predicts_a_single_sample
# hint: label_of_another_sample
import numpy as np

def predict_labels(model, x):
    predictions = model.predict(x)
    return np.argmax(predictions, axis=1)

def predict_one(model, x, i):
    prediction = model.predict(x[0:1])
    return np.argmax(prediction)
