namespace Seaworthy.Reading.Formats.GoTemplate.Running;

/// <summary>Marks that are no values of templates.</summary>
internal sealed class GoMissing
{
    private GoMissing() { }

    /// <summary>No value was handed on by a pipeline.</summary>
    public static GoMissing Final { get; } = new();

    /// <summary>A null as an element of a list or a map while <c>range</c> goes through it: to ask it for a field is a fault, which to ask a null of a pipeline is not.</summary>
    public static GoMissing Element { get; } = new();

    public static object? ToValue(object? value) => ReferenceEquals(value, Element) ? null : value;
}
