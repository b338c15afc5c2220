# check: test_takes_the_largest_probability
# hint: predict_classes_removed
import numpy as np

def predict_labels(model, x):
    return model.predict_classes(x)

def predict_one(model, x, i):
    prediction = model.predict(x[i:i+1])
    return np.argmax(prediction)
