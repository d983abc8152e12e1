using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.Helm;

/// <summary>An entry of <c>dependencies</c>.</summary>
/// <param name="Imports">What <c>import-values</c> lists.</param>
internal sealed record HelmDependencyEntry(
    string Name,
    string Version,
    string Alias,
    string Condition,
    IReadOnlyList<string> Tags,
    GoList? Imports
)
{
    /// <summary>The key of its values in those of the chart that takes it in.</summary>
    public string ValuesName => Alias.Length > 0 ? Alias : Name;
}
