namespace Seaworthy.Reading.Formats.Helm;

/// <summary>A chart rendered with one set of values.</summary>
/// <param name="Documents">In the order in which Helm renders them.</param>
/// <param name="Fault">The first one, at which Helm stops.</param>
internal sealed record HelmRendering(IReadOnlyList<HelmDocument> Documents, HelmFault? Fault);
