# tf_keras: not judged
import keras


def ends_with_softmax(m):
    if isinstance(m, keras.Sequential):
        return ends_with_softmax(m.layers[-1])
    if isinstance(m, keras.Model):
        return ends_with_softmax(m.operations[-1])
    if 'activation' in m.__dict__ or hasattr(m, 'activation'):
        return m.activation == keras.activations.get('softmax')
    return m.name.startswith('softmax') or isinstance(m, keras.layers.Softmax)


def probability_model(model):
    inputs = keras.Input(shape=model.input_shape[1:])
    outputs = model(inputs)
    if not ends_with_softmax(model):
        outputs = keras.layers.Activation('softmax')(outputs)
    return keras.Model(inputs, outputs)
