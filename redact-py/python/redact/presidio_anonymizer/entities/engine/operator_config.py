"""Which operator, with which parameters."""

from typing import Any, Dict, Optional

from redact.presidio_anonymizer.services.validators import validate_parameter_not_empty


class OperatorConfig:
    """Which operator, with which parameters. They are checked when the operator is needed.

    :param operator_name: the operator's name, such as ``"mask"``.
    :param params: its parameters by name.
    """

    operator_name: str
    params: Dict[str, Any]

    def __init__(self, operator_name: str, params: Optional[Dict[str, Any]] = None) -> None:
        self.operator_name = operator_name
        self.params = params if params else {}
        validate_parameter_not_empty(operator_name, "operator config", "operator_name")

    def __repr__(self) -> str:
        return f"operator_name: {self.operator_name}, params: {self.params}"

    @classmethod
    def from_json(cls, params: Dict[str, Any]) -> "OperatorConfig":
        """Reads ``{"type": NAME, …}``; the type is taken out of the dictionary, and the rest are the parameters."""
        operator_name = params.get("type")
        if operator_name:
            params.pop("type")
        return cls(operator_name, params)  # type: ignore[arg-type]

    def __eq__(self, other: "OperatorConfig") -> bool:  # type: ignore[override]
        return self.operator_name == other.operator_name and self.params == other.params
