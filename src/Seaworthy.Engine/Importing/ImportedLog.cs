namespace Seaworthy.Engine.Importing;

/// <summary>What other tools found, as one file says it.</summary>
public sealed class ImportedLog
{
    internal ImportedLog(string name, IReadOnlyList<ImportedResult> results)
    {
        Name = name;
        Results = results;
    }

    /// <summary>As reports name the file.</summary>
    public string Name { get; }

    public int Count => Results.Count;

    internal IReadOnlyList<ImportedResult> Results { get; }

    /// <summary>Results that the tool's own comments or configuration accept.</summary>
    internal int Accepted { get; init; }

    /// <summary>Results beyond the number that is read.</summary>
    internal int TooMany { get; init; }
}
