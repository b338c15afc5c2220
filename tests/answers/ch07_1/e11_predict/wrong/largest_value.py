# check: test_takes_the_largest_probability
# hint: wrong_dtype
import numpy as np

def predict_labels(model, x):
    predictions = model.predict(x)
    return np.max(predictions, axis=1)

def predict_one(model, x, i):
    prediction = model.predict(x[i:i+1])
    return np.argmax(prediction)
