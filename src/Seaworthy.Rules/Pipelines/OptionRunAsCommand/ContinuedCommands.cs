using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Commands of several lines with what follows them.</summary>
internal static class ContinuedCommands
{
    // What ends a line in PowerShell and in cmd, where the next one goes on with options.
    private static readonly string[] OtherShells = ["`", "^"];

    public static IReadOnlyList<ContinuedCommand> Link(Deployment deployment) =>
        [.. deployment.Commands.GroupBy(site => site.Span.File).SelectMany(file => Of([.. file.OrderBy(site => site.Span.Start)]))];

    private static IEnumerable<ContinuedCommand> Of(List<CommandSite> sites)
    {
        for (var index = 0; index < sites.Count; index++)
        {
            var site = sites[index];
            var next = index + 1 < sites.Count ? sites[index + 1] : null;
            if (IsOption(site))
            {
                continue;
            }

            if (
                next is not null
                && IsOption(next)
                && next.Subject == site.Subject
                && next.Span.StartLine > site.Span.EndLine
                && site.Command.Words is [{ Literal.Length: > 0 }, .., var last]
                && !OtherShells.Contains(last.Raw)
            )
            {
                yield return new(site, next);
            }
            else if (site.Span.EndLine > site.Span.StartLine)
            {
                yield return new(site, null);
            }
        }
    }

    /// <summary>No program is called <c>--region</c>.</summary>
    private static bool IsOption(CommandSite site) => site.Command.Words is [{ Literal: ['-', '-', >= 'a' and <= 'z', ..] }, ..];
}
