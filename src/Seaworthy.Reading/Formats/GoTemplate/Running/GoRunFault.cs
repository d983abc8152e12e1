using Seaworthy.Reading.Formats.GoTemplate.Syntax;

namespace Seaworthy.Reading.Formats.GoTemplate.Running;

/// <summary>A template that stops: Go's words with every place on the way, and the innermost place.</summary>
/// <param name="message">As Go writes it.</param>
/// <param name="reason">What went wrong, without places.</param>
/// <param name="text">In which source.</param>
/// <param name="position">Where in it.</param>
internal sealed class GoRunFault(string message, string reason, GoFaultKind kind, GoTemplateText text, int position) : Exception(message)
{
    public string Reason { get; } = reason;

    public GoFaultKind Kind { get; } = kind;

    /// <summary>What Go names as the place, as it writes it.</summary>
    public string Expression { get; init; } = "";

    public GoTemplateText Text { get; } = text;

    public int Position { get; } = position;
}
