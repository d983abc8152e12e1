using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets.Probes;

/// <summary>
/// Probed paths that no route answers, but that the source writes somewhere: compared with the request's by hand, given to a function that makes a router. Whether they are
/// served is unknown.
/// </summary>
internal static class ProbeMentions
{
    private const string Quotes = "\"'`";

    public static IReadOnlyList<Probe> Mark(Workload workload, IReadOnlyList<Probe> probes) =>
        [
            .. probes.Select(probe =>
                probe is { Kind: ProbeKind.Http, Path: { } path } && !IsServed(workload, path)
                    ? probe with
                    {
                        MentionedAt = path.Length > 1 ? Find(workload, path) : Chosen(workload),
                    }
                    : probe
            ),
        ];

    private static bool IsServed(Workload workload, string path) =>
        workload.Components.SelectMany(component => component.Routes).Any(route => route.Path.Matches(path));

    private static SourceSpan? Find(Workload workload, string path)
    {
        var tails = Tails(path).ToList();
        return workload
            .Components.SelectMany(component => component.Code)
            .Where(IsOfServer)
            .SelectMany(file => tails.Select(tail => Find(file, tail)))
            .FirstOrDefault(place => place is not null);
    }

    /// <summary>Clients and settings write paths as well.</summary>
    private static bool IsOfServer(CodeFile file) => file.Listeners.Count + file.Routers.Count + file.Routes.Count + file.Mounts.Count > 0;

    /// <summary>Pages below a segment of the visitor's choice (<c>/{locale}</c>): a middleware sends the root there.</summary>
    private static SourceSpan? Chosen(Workload workload) =>
        workload
            .Components.SelectMany(component => component.Routes)
            .FirstOrDefault(route => route.Path.Text.StartsWith("/{", StringComparison.Ordinal))
            ?.Chain[0];

    /// <summary><c>/api/health</c> is served where a prefix and <c>/health</c> are.</summary>
    private static IEnumerable<string> Tails(string path)
    {
        for (var at = 0; at >= 0 && at < path.Length - 1; at = path.IndexOf('/', at + 1))
        {
            yield return path[at..];
        }
    }

    private static SourceSpan? Find(CodeFile file, string path)
    {
        var text = file.File.Text;
        for (
            var at = path.Length > 0 ? text.IndexOf(path, StringComparison.Ordinal) : -1;
            at >= 0;
            at = text.IndexOf(path, at + path.Length, StringComparison.Ordinal)
        )
        {
            var isQuoted =
                at > 0
                && at + path.Length < text.Length
                && Quotes.Contains(text[at - 1], StringComparison.Ordinal)
                && text[at + path.Length] == text[at - 1];
            // Compared, or given to a call; a list of addresses for the reader serves nothing.
            if (isQuoted && text.AsSpan(0, at - 1).TrimEnd() is [.., '(' or '='] && !IsRead(file, file.File.Lines.LineAt(at)))
            {
                return new SourceSpan(file.File, at, path.Length);
            }
        }

        return null;
    }

    /// <summary>What the line says is known: it makes a route, or asks another.</summary>
    private static bool IsRead(CodeFile file, int line) =>
        file.Routes.Any(route => !route.Span.IsWholeFile && route.Span.StartLine <= line && line <= route.Span.EndLine)
        || file.Calls.Any(call => call.Span.StartLine <= line && line <= call.Span.EndLine);
}
