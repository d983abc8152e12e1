namespace Seaworthy.Reading.Formats.Helm;

/// <summary>A chart rendered with one set of values.</summary>
/// <param name="Documents">In the order in which Helm renders them.</param>
/// <param name="Fault">The first one, at which Helm stops.</param>
internal sealed record HelmRendering(IReadOnlyList<HelmDocument> Documents, HelmFault? Fault)
{
    /// <summary>Charts that these values take in and that are not in <c>charts/</c>, by the names of their values: what they define and make is not known.</summary>
    public IReadOnlyList<string> Absent { get; init; } = [];
}
