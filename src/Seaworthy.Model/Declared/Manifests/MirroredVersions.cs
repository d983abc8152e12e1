using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>A list of versions that is kept like that of what runs elsewhere: <c># matches composer-2.1.14-airflow-2.5.1</c>.</summary>
public static class MirroredVersions
{
    /// <summary>What the first comment of that kind says; null where the list has none.</summary>
    public static Fact<string>? In(SourceFile list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return Enumerable
            .Range(1, list.Lines.Count)
            .Select(line => new Fact<string>(
                Likeness(list.Lines.TextOf(line)),
                new SourceSpan(list, list.Lines.StartOf(line), list.Lines.TextOf(line).Length)
            ))
            .FirstOrDefault(fact => fact.Value.Length > 0);
    }

    private static string Likeness(string line) =>
        line.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash && line.IndexOf("matches ", hash, StringComparison.Ordinal) >= 0
            ? line[(hash + 1)..].Trim().Replace("`", "", StringComparison.Ordinal)
            : "";
}
