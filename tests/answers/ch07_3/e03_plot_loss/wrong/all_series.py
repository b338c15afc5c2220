# check: test_draws_loss_and_validation_loss
# hint: other_series_drawn
import matplotlib.pyplot as plt


def plot_history(history_dict, metric='loss'):
    fig = plt.figure()
    for key in history_dict:
        plt.plot(history_dict[key], label=key)
    plt.xlabel('epoch')
    plt.ylabel(metric)
    plt.legend()
    return fig
