# check: test_leaves_the_model_alone
# hint: input_changed
import numpy as np

def predict_labels(model, x):
    if x.max() < 2:
        predictions = model.predict(x)
        x *= 255   # back to pixels
    else:
        predictions = model.predict(x / 255)
    return np.argmax(predictions, axis=1)

def predict_one(model, x, i):
    prediction = model.predict(x[i:i+1])
    return np.argmax(prediction)
