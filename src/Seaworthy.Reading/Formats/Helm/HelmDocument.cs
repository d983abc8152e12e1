using Seaworthy.Reading.Formats.GoTemplate.Running;

namespace Seaworthy.Reading.Formats.Helm;

/// <summary>What one template of a chart renders to.</summary>
/// <param name="Template">As Helm names it: <c>chart/templates/file.yaml</c>.</param>
/// <param name="Text">What it rendered; null where it stopped.</param>
/// <param name="Trace">Where each part of the text came from.</param>
/// <param name="Fault">Why it stopped.</param>
internal sealed record HelmDocument(string Template, string? Text, GoTrace Trace, HelmFault? Fault);
