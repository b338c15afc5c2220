# check: test_leaves_the_model_alone
# hint: model_changed
def accuracy(model, x, y):
    model.compile(loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    return model.evaluate(x, y, verbose=0)[1]
