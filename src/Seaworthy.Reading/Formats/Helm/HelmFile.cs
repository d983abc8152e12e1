namespace Seaworthy.Reading.Formats.Helm;

/// <summary>A file of a chart.</summary>
/// <param name="Path">From the directory of the chart.</param>
internal sealed record HelmFile(string Path, string Text);
