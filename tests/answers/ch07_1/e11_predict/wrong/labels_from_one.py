# check: test_takes_the_largest_probability
# hint: not_the_largest_probability
import numpy as np

def predict_labels(model, x):
    predictions = model.predict(x)
    return np.argmax(predictions, axis=1) + 1

def predict_one(model, x, i):
    prediction = model.predict(x[i:i+1])
    return np.argmax(prediction)
