# check: test_draws_loss_and_validation_loss
# hint: curve_missing
import matplotlib.pyplot as plt


def plot_history(history_dict, metric='loss'):
    fig = plt.figure()
    plt.plot(history_dict[metric], label='train')
    plt.xlabel('epoch')
    plt.ylabel(metric)
    plt.legend()
    return fig
