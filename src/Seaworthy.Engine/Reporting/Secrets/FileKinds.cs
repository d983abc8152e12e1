using System.Collections.Frozen;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>What the name of a file tells of the literals in it.</summary>
internal static class FileKinds
{
    private static readonly FrozenSet<string> Source = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "js jsx ts tsx mjs cjs mts cts py go rs cs java kt scala rb php dart swift vue svelte ex exs c h cpp hpp".Split(' ')
    );

    private static readonly FrozenSet<string> Prose = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "md mdx rst txt adoc html sql".Split(' ')
    );

    /// <summary>A literal stands in quotation marks; anything else is a name or a call. A shell writes values without.</summary>
    public static bool IsSource(string name) => Source.Contains(Ending(name));

    public static bool IsProse(string name) => Prose.Contains(Ending(name));

    public static bool IsYaml(string name) => Ending(name) is "yaml" or "yml";

    public static bool IsDockerfile(string name) => name.Contains("Dockerfile", StringComparison.Ordinal);

    private static string Ending(string name) => name.LastIndexOf('.') is var dot and >= 0 ? name[(dot + 1)..] : "";
}
