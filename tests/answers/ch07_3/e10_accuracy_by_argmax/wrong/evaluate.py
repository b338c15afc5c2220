# check: test_needs_no_compiled_model
# hint: needs_a_compiled_model
def accuracy(model, x, y):
    loss, acc = model.evaluate(x, y, verbose=0)
    return acc
