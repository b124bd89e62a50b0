"""The shell of whosaid: everything that touches Telegram, the network, the clock or the environment."""
