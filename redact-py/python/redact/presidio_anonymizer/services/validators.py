"""Checks of parameters."""

from typing import Any, Iterable, Optional, Tuple, Union

from redact.presidio_anonymizer.entities.invalid_exception import InvalidParamError

_Types = Union[type, Tuple[type, ...]]

#: What messages call a type; those not listed have no name there.
_NAMES = {int: "number", str: "string", bool: "boolean", list: "array", object: "object"}


def validate_parameter_in_range(
    values_range: Iterable[Any], parameter_value: Any, parameter_name: str, parameter_type: type
) -> None:
    """Raises InvalidParamError unless there is a value and it is one of those allowed."""
    validate_parameter(parameter_value, parameter_name, object)
    if parameter_value not in values_range:
        raise InvalidParamError(
            f"Parameter {parameter_name} value {parameter_value} is not in range of values {values_range}"
        )


def validate_parameter_not_empty(parameter_value: Any, entity: str, parameter_name: str) -> None:
    """Raises InvalidParamError when there is no value, or an empty one."""
    if not parameter_value:
        raise InvalidParamError(f"Invalid input, {entity} must contain {parameter_name}")


def validate_parameter_exists(parameter_value: Any, entity: str, parameter_name: str) -> None:
    """Raises InvalidParamError when there is no value."""
    if parameter_value is None:
        raise InvalidParamError(f"Invalid input, {entity} must contain {parameter_name}")


def validate_parameter(parameter_value: Any, parameter_name: str, parameter_type: _Types) -> None:
    """Raises InvalidParamError when there is no value, or one of another type."""
    if parameter_value is None:
        raise InvalidParamError(f"Expected parameter {parameter_name}")
    validate_type(parameter_value, parameter_name, parameter_type)


def validate_type(parameter_value: Any, parameter_name: str, parameter_type: _Types) -> None:
    """Raises InvalidParamError when a value is of another type; what counts as false passes."""
    if parameter_value and not isinstance(parameter_value, parameter_type):
        raise InvalidParamError(
            _get_bad_typed_parameter_error_message(parameter_name, parameter_type, type(parameter_value))
        )


def _get_bad_typed_parameter_error_message(
    parameter_name: str, expected_type: _Types, actual_type: type
) -> str:
    expected: Optional[str] = _NAMES.get(expected_type)  # type: ignore[arg-type]
    actual = _NAMES.get(actual_type)
    if expected is None or actual is None:
        return f"Invalid parameter value for '{parameter_name}'."
    return f"Invalid parameter value for {parameter_name}. Expecting '{expected}', but got '{actual}'."
