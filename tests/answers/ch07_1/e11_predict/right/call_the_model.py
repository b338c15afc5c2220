import tensorflow as tf


def predict_labels(model, x):
    probabilities = model(tf.convert_to_tensor(x), training=False)
    return tf.argmax(probabilities, axis=-1).numpy()


def predict_one(model, x, i):
    sample = tf.expand_dims(x[i], axis=0)   # (784,) -> (1, 784)
    return predict_labels(model, sample)[0]
