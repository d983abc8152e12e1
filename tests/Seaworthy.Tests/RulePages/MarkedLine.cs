namespace Seaworthy.Tests.RulePages;

/// <summary>A line of an example that the page says something about. <paramref name="Line"/> is counted from 1.</summary>
internal sealed record MarkedLine(string Path, int Line, string Marker)
{
    public const string Finding = "finding";

    public const string Related = "related";

    public const string Unknown = "unknown";

    public override string ToString() => $"{Path}:{Line} {Marker}";
}
