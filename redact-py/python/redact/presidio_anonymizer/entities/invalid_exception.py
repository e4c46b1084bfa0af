"""The exception for what a caller passes wrongly."""


class InvalidParamError(Exception):
    """A result or a parameter that is not what it must be.

    :param msg: what is wrong with it; also in the attribute ``err_msg``.
    """

    def __init__(self, msg: str) -> None:
        super().__init__(msg)
        self.err_msg = msg
