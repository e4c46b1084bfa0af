"""Where models run."""

import os
from typing import Optional


class DeviceDetector:
    """The device for models: what the environment variable ``PRESIDIO_DEVICE`` says, else a GPU that
    PyTorch knows, else the processor. Asked for when it is first needed, since importing PyTorch takes
    seconds."""

    def __init__(self) -> None:
        self._device: Optional[str] = None

    def _get_device_from_env(self) -> Optional[str]:
        return os.environ.get("PRESIDIO_DEVICE") or None

    def _detect(self) -> str:
        try:
            import torch  # type: ignore[import-not-found, unused-ignore]
        except ImportError:
            return "cpu"
        return "cuda" if torch.cuda.is_available() else "cpu"

    def get_device(self) -> str:
        """The device, such as ``cpu`` or ``cuda``."""
        if self._device is None:
            self._device = self._get_device_from_env() or self._detect()
        return self._device


device_detector = DeviceDetector()
