# check: test_predicts_a_single_sample
# hint: probabilities_not_labels
import numpy as np

def predict_labels(model, x):
    predictions = model.predict(x)
    return np.argmax(predictions, axis=1)

def predict_one(model, x, i):
    prediction = model.predict(x[i:i+1])
    return prediction[0]
