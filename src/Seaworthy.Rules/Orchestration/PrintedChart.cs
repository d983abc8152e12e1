using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Manifests that a command of the repository prints from a chart: what somebody writes into them is gone with the next print.</summary>
internal static class PrintedChart
{
    /// <summary>The <c>helm template … &gt; deploy/$name/deploy.yaml</c> that writes the file; null when none does.</summary>
    public static SourceSpan? WriterOf(SourceFile manifest, Deployment deployment) =>
        deployment
            .Commands.Where(site =>
                site.Known.OfType<HelmCommand>().Any(helm => helm.Verb == "template")
                && site.Command.Redirects.Where(redirect => redirect.Operator is ">" or ">>")
                    .SelectMany(redirect => Paths(redirect.Target, site, deployment))
                    .Any(path => Fits(path, manifest.Path))
            )
            .Select(site => (SourceSpan?)site.Span)
            .FirstOrDefault();

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

    /// <summary>A part that a variable holds may be any directory; the file's own name has to be written.</summary>
    private static bool Fits(string written, string path)
    {
        var parts = written.Trim('"').Split('/').SkipWhile(part => part == ".").ToList();
        var names = path.Split('/');
        return parts.Count == names.Length
            && parts[^1] == names[^1]
            && parts
                .Zip(names, (part, name) => new { part, name })
                .All(pair => pair.part == pair.name || pair.part.Contains('$', StringComparison.Ordinal));
    }
}
