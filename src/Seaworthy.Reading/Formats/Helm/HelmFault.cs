using Seaworthy.Reading.Formats.GoTemplate.Running;

namespace Seaworthy.Reading.Formats.Helm;

/// <summary>Why a template does not render.</summary>
/// <param name="Message">As Helm writes it.</param>
/// <param name="Reason">Without places.</param>
/// <param name="Template">The source in which it stopped, as Helm names it.</param>
/// <param name="Position">The offset there.</param>
internal sealed record HelmFault(GoFaultKind Kind, string Message, string Reason, string Template, int Position)
{
    /// <summary>What Go names as the place.</summary>
    public string Expression { get; init; } = "";

    /// <summary>
    /// <c>.Values.port</c> where the dot is not the root of the chart: <c>.Values</c> itself is nothing, so that Go asks nothing for the first name behind it. No values change that.
    /// </summary>
    public bool IsOutOfScope =>
        Kind == GoFaultKind.NilPointer
        && Expression.TrimStart('$').Split('.') is ["", "Values", var first, .. var rest]
        && !rest.Contains(first, StringComparer.Ordinal)
        && Reason.EndsWith($" interface {{}}.{first}", StringComparison.Ordinal);
}
