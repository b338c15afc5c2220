# check: test_takes_the_largest_probability
# hint: returns_tensor
import numpy as np
import tensorflow as tf

def predict_labels(model, x):
    predictions = model.predict(x)
    return tf.argmax(predictions, axis=1)

def predict_one(model, x, i):
    prediction = model.predict(x[i:i+1])
    return np.argmax(prediction)
