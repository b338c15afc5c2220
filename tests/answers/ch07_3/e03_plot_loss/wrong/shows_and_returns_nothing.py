# check: test_draws_loss_and_validation_loss
# hint: missing_return
import matplotlib.pyplot as plt


def plot_history(history_dict, metric='loss'):
    fig = plt.figure()
    plt.plot(history_dict[metric], label='train')
    if 'val_' + metric in history_dict:
        plt.plot(history_dict['val_' + metric], label='val')
    plt.xlabel('epoch')
    plt.ylabel(metric)
    plt.legend()
    plt.show()
