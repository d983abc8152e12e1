using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A values file of a Helm chart.</summary>
/// <param name="File">A file named <c>values.yaml</c> or <c>values-*.yaml</c>, or one of secrets that SOPS encrypts: whether a chart is beside it, the linking tells.</param>
public sealed record HelmValues(SourceFile File) : Artifact(File)
{
    private const string Start = ".Values.";

    /// <summary>Every leaf.</summary>
    public IReadOnlyList<HelmValue> Values { get; init; } = [];

    /// <summary>The value that a line of a template takes: <c>RACK_ENV: {{ .Values.environment }}</c>; null when it takes none of these.</summary>
    public HelmValue? TakenAt(SourceSpan place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.Line.Contains(Start, StringComparison.Ordinal)
            ? Values.FirstOrDefault(value => value.Value is not null && Takes(place.Line, Start + value.Path))
            : null;
    }

    private static bool Takes(string line, string name) =>
        line.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at
        && (
            at + name.Length == line.Length
            || !(char.IsAsciiLetterOrDigit(line[at + name.Length]) || line[at + name.Length] is '_' or '.' or '-')
        );
}
