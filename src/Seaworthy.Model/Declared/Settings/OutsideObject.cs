using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Settings;

/// <summary>An object of a cluster, or a network or volume of a machine, that something outside makes.</summary>
/// <param name="Kind">In small letters: <c>secret</c>, <c>network</c>.</param>
/// <param name="Key">For a Secret or ConfigMap: the stated key; null for the whole object.</param>
/// <param name="Span">The place of the statement.</param>
public sealed record OutsideObject(string Kind, string Name, string? Key, SourceSpan Span)
{
    public override string ToString() => Key is null ? $"{Kind}/{Name}" : $"{Kind}/{Name}/{Key}";
}
