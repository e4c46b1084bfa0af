"""Credentials of Azure, for a caller's own recognizers: no recognizer of this package asks a service."""

from __future__ import annotations

import os
from typing import Any, Callable, Optional

ChainedTokenCredential: Any
DefaultAzureCredential: Any
EnvironmentCredential: Any
ManagedIdentityCredential: Any
WorkloadIdentityCredential: Any
try:
    from azure.identity import (  # type: ignore[import-not-found, no-redef, unused-ignore]
        ChainedTokenCredential,
        DefaultAzureCredential,
        EnvironmentCredential,
        ManagedIdentityCredential,
        WorkloadIdentityCredential,
    )

    AZURE_IDENTITY_AVAILABLE = True
except ImportError:
    AZURE_IDENTITY_AVAILABLE = False
    ChainedTokenCredential = DefaultAzureCredential = EnvironmentCredential = None
    ManagedIdentityCredential = WorkloadIdentityCredential = None


def _require() -> None:
    if not AZURE_IDENTITY_AVAILABLE:
        raise ImportError("azure-identity is not installed; `pip install azure-identity` brings it")


def get_azure_credential() -> Any:
    """A credential: every way that Azure knows if the environment variable ``ENV`` is ``development``, else that of the
    environment, of a workload, or of the machine.

    :raises ImportError: if azure-identity is not installed.
    """
    _require()
    if os.environ.get("ENV") == "development":
        return DefaultAzureCredential()
    return ChainedTokenCredential(
        EnvironmentCredential(), WorkloadIdentityCredential(), ManagedIdentityCredential()
    )


def get_bearer_token_provider_for_scope(
    scope: str, credential: Optional[Any] = None
) -> Callable[[], str]:
    """What gives tokens for a scope.

    :raises ImportError: if azure-identity is not installed.
    """
    _require()
    from azure.identity import (  # type: ignore[import-not-found, unused-ignore]
        get_bearer_token_provider,
    )

    provider: Callable[[], str] = get_bearer_token_provider(
        credential or get_azure_credential(), scope
    )
    return provider
