import tensorflow as tf

def compile_model(model):
    model.compile('rmsprop', 'sparse_categorical_crossentropy', metrics=['accuracy'])

def train(model, x, y):
    ds = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(len(x), seed=1).batch(32)
    return model.fit(ds, epochs=5, verbose=2)

def evaluate(model, x, y):
    result = model.evaluate(x, y, verbose=0, return_dict=True)
    return result['loss'], result['accuracy']
