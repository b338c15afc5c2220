# check: test_probabilities_stay_as_they_are
# hint: softmax_of_softmax
# tf_keras: not judged
import keras


def probability_model(model):
    last = model.layers[-1]
    if isinstance(last, keras.layers.Softmax):
        return model
    if getattr(last, 'activation', None) is keras.activations.softmax:
        return model
    # 함수형 모델의 softmax 함수
    if not isinstance(model, keras.Sequential) and model.operations[-1].name.startswith('softmax'):
        return model
    return keras.Sequential([model, keras.layers.Softmax()])
