"""Where models run."""

from __future__ import annotations

import logging
import os
from typing import Optional

logger = logging.getLogger("presidio-analyzer")

#: The environment variable that names the device, such as ``cuda:1``.
PRESIDIO_DEVICE_ENV_VAR = "PRESIDIO_DEVICE"


class DeviceDetector:
    """The device for models: what the environment variable ``PRESIDIO_DEVICE`` says, else a GPU that
    PyTorch can use, else the processor. Looked for when it is first needed, since importing PyTorch
    takes seconds."""

    def __init__(self) -> None:
        self._device: Optional[str] = None

    def _get_device_from_env(self) -> Optional[str]:
        return os.environ.get(PRESIDIO_DEVICE_ENV_VAR, "").strip() or None

    def _detect(self) -> str:
        try:
            import torch  # type: ignore[import-not-found, unused-ignore]
        except ImportError:
            return "cpu"
        try:
            if not torch.cuda.is_available():
                return "cpu"
            # A driver that does not fit shows only when the device is used.
            str(torch.tensor([1.0], device="cuda"))
            torch.cuda.get_device_name(0)
            torch.cuda.get_device_capability(0)
            torch.cuda.empty_cache()
        except Exception as error:
            logger.warning("the GPU cannot be used (%s); models run on the processor", error)
            return "cpu"
        return "cuda"

    def get_device(self) -> str:
        """The device, such as ``cpu`` or ``cuda``."""
        if self._device is None:
            self._device = self._get_device_from_env() or self._detect()
            logger.info("Models run on %s", self._device)
        return self._device


device_detector = DeviceDetector()
