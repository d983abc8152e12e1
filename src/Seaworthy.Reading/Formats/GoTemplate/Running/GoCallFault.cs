namespace Seaworthy.Reading.Formats.GoTemplate.Running;

/// <summary>A function or method that answers with an error, in its own words.</summary>
internal sealed class GoCallFault(string message, GoFaultKind kind = GoFaultKind.Function) : Exception(message)
{
    public GoFaultKind Kind { get; } = kind;
}
