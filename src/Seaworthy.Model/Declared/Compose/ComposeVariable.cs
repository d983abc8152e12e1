using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>A name with a value: an environment variable, build argument, label, host or option, from a mapping or a list of <c>NAME=value</c>.</summary>
/// <param name="Value">Absent when only the name is there: an environment variable or build argument then takes the caller's value, if any.</param>
/// <param name="Span">Name and value.</param>
public sealed record ComposeVariable(Fact<string> Name, Template? Value, SourceSpan Span)
{
    /// <summary>An item of a list, <c>- NAME=value</c>: the sign stands right behind the name.</summary>
    public bool IsOfList => Name.Span is var name && name.End < name.File.Text.Length && name.File.Text[name.End] == '=';

    /// <summary>Only the name is given.</summary>
    public bool IsBare => Value is null;
}
