using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.DotEnv;

/// <summary>A dotenv file: variables and their values, or a template of one.</summary>
public sealed record EnvFile(SourceFile File) : Artifact(File)
{
    private const int HeadLength = 600;

    private readonly Lazy<Dictionary<string, EnvEntry>> byName = new(() => []);

    /// <summary>In the order of the file, doubles included: the last of a name wins.</summary>
    public IReadOnlyList<EnvEntry> Entries
    {
        get;
        init
        {
            field = value;
            byName = new Lazy<Dictionary<string, EnvEntry>>(() => LastOfEach(value));
        }
    } = [];

    /// <summary>Commented-out entries, <c># NAME=value</c>: the name is documented, the value not set.</summary>
    public IReadOnlyList<EnvEntry> CommentedOut { get; init; } = [];

    /// <summary>An example to copy (<c>.env.example</c>, <c>.sample</c>, <c>.template</c>, <c>.dist</c>), never read by the software itself.</summary>
    public bool IsTemplate { get; init; }

    /// <summary>The environment its name says: <c>production</c>, <c>development</c>, <c>test</c>, <c>local</c>…; null for a plain <c>.env</c>.</summary>
    public string? Environment { get; init; }

    /// <summary>Its head says that it may be committed, or that it is a template.</summary>
    public bool SaysToBeShared =>
        File.Text.AsSpan(0, Math.Min(File.Text.Length, HeadLength)) is var head
        && (
            head.Contains("safe to commit", StringComparison.OrdinalIgnoreCase)
            || head.Contains("template", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>The comment in its first line says what it is for: <c># Production environment</c>.</summary>
    public bool SaysProduction =>
        File.Lines.TextOf(1) is ['#', ..] head
        && head.Contains("production", StringComparison.OrdinalIgnoreCase)
        && !head.Contains("not", StringComparison.OrdinalIgnoreCase)
        && !head.Contains("never", StringComparison.OrdinalIgnoreCase);

    /// <summary>The entry that gives a name its value.</summary>
    public EnvEntry? Find(string name) => byName.Value.GetValueOrDefault(name);

    private static Dictionary<string, EnvEntry> LastOfEach(IReadOnlyList<EnvEntry> entries)
    {
        Dictionary<string, EnvEntry> index = new(entries.Count, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            index[entry.Name.Value] = entry;
        }

        return index;
    }
}
