# check: test_takes_the_largest_probability
# hint: probabilities_not_labels
import numpy as np

def predict_labels(model, x):
    predictions = model.predict(x)
    return predictions

def predict_one(model, x, i):
    prediction = model.predict(x[i:i+1])
    return np.argmax(prediction)
