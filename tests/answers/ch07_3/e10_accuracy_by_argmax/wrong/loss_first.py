# check: test_is_the_share_of_right_predictions
# hint: loss_instead_of_accuracy
def accuracy(model, x, y):
    return model.evaluate(x, y)[0]
