# check: test_scores_become_probabilities
# hint: still_scores
def probability_model(model):
    return model
