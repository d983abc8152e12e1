using Seaworthy.Reading.Formats.GoTemplate.Running;

namespace Seaworthy.Reading.Formats.GoTemplate.Values;

/// <summary>A value of a Go type with fields and methods that a template may name.</summary>
internal interface IGoObject
{
    /// <summary>As <c>%T</c> writes it.</summary>
    string Type { get; }

    /// <summary>As <c>%v</c> writes it.</summary>
    string Text { get; }

    /// <summary>A field or the result of a method.</summary>
    /// <param name="arguments">None for a field.</param>
    /// <param name="value">What it is, if there is such a member.</param>
    /// <exception cref="GoCallFault">The method fails.</exception>
    bool TryMember(string name, IReadOnlyList<object?> arguments, out object? value);

    /// <summary>The entries that a map of this type has; null where it is no map.</summary>
    GoMap? Entries => null;
}
