using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Manifests that a command of the repository prints from a chart: what somebody writes into them is gone with the next print.</summary>
internal static class PrintedChart
{
    // Every container asks, and commands are many: what prints is gathered once, by the name of the file that it writes.
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

    /// <summary>The <c>helm template … &gt; deploy/$name/deploy.yaml</c> that writes the file; null when none does.</summary>
    public static SourceSpan? WriterOf(SourceFile manifest, Deployment deployment) =>
        Prints.Of(deployment)[manifest.Name].FirstOrDefault(written => Fits(written.Parts, manifest.Path))?.Writer;

    /// <summary>As written: of a variable, all that the script puts into it.</summary>
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

    /// <summary>A part that a variable holds may be any directory; the file's own name has to be written.</summary>
    private static bool Fits(List<string> parts, string path)
    {
        var names = path.Split('/');
        return parts.Count == names.Length
            && parts
                .Zip(names, (part, name) => new { part, name })
                .All(pair => pair.part == pair.name || pair.part.Contains('$', StringComparison.Ordinal));
    }

    /// <param name="Parts">Of the path, as the command writes it.</param>
    /// <param name="Writer">The command.</param>
    private sealed record WrittenPath(List<string> Parts, SourceSpan Writer);
}
