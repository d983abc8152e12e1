using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Manifests that a command renders from a chart: the next run overwrites changes.</summary>
internal static class PrintedChart
{
    // Computed once for all containers, by the name of the written file.
    private static readonly PerDeployment<ILookup<string, WrittenPath>> Prints = new(deployment =>
        deployment
            .Commands.Where(site => site.Known.OfType<HelmCommand>().Any(helm => helm.Verb == "template"))
            .SelectMany(site =>
                site.Command.Redirects.Where(redirect => redirect.Operator is ">" or ">>")
                    .SelectMany(redirect => Paths(redirect.Target, site, deployment))
                    .Select(path => new WrittenPath(Parts(path), site.Span))
            )
            .Where(written => written.Parts.Count > 0)
            .ToLookup(written => written.Parts[^1], StringComparer.Ordinal)
    );

    /// <summary>The <c>helm template … &gt; deploy/$name/deploy.yaml</c> that writes the file; otherwise null.</summary>
    public static SourceSpan? WriterOf(SourceFile manifest, Deployment deployment) =>
        Prints.Of(deployment)[manifest.Name].FirstOrDefault(written => Fits(written.Parts, manifest.Path))?.Writer;

    /// <summary>The path as written; for a variable, every value that the script assigns.</summary>
    private static IEnumerable<string> Paths(ShellWord target, CommandSite site, Deployment deployment) =>
        target.Parts is [{ Kind: ShellPartKind.Variable, Text: var name }]
            ? deployment
                .CommandsIn(site.Span.File)
                .SelectMany(other => other.Command.Assignments)
                .Where(assignment => assignment.Name == name)
                .Select(assignment => assignment.Value?.Raw)
                .OfType<string>()
            : [target.Raw];

    private static List<string> Parts(string written) => written.Trim('"').Split('/').SkipWhile(part => part == ".").ToList();

    /// <summary>A variable may stand for any directory, but the file name must be literal.</summary>
    private static bool Fits(List<string> parts, string path)
    {
        var names = path.Split('/');
        return parts.Count == names.Length
            && parts
                .Zip(names, (part, name) => new { part, name })
                .All(pair => pair.part == pair.name || pair.part.Contains('$', StringComparison.Ordinal));
    }

    /// <param name="Parts">The parts of the path in the command.</param>
    /// <param name="Writer">The command.</param>
    private sealed record WrittenPath(List<string> Parts, SourceSpan Writer);
}
