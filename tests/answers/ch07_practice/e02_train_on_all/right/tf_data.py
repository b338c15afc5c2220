import keras
import tensorflow as tf


def train(train_input, train_target):
    dataset = tf.data.Dataset.from_tensor_slices((train_input, train_target))
    dataset = dataset.map(lambda image, label: (tf.cast(image, tf.float32) / 255.0, label))
    dataset = dataset.shuffle(60000).batch(32)

    inputs = keras.Input(shape=(28, 28))
    x = keras.layers.Flatten()(inputs)
    x = keras.layers.Dense(128)(x)
    x = keras.layers.Activation('relu')(x)
    outputs = keras.layers.Dense(10)(x)
    model = keras.Model(inputs, outputs, name='practice')
    model.compile('adam', keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=['accuracy'])
    history = model.fit(dataset, epochs=10, verbose=0)
    return model, history


def test_accuracy(model, test_input, test_target):
    dataset = tf.data.Dataset.from_tensor_slices((test_input / 255.0, test_target)).batch(32)
    return model.evaluate(dataset, verbose=0, return_dict=True)['accuracy']
