using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Platforms;

/// <summary>A path that a platform calls on a schedule, and the application that answers.</summary>
internal sealed record ScheduledCall(VercelConfig Config, Component Component, VercelCron Cron)
{
    /// <summary>Without the query.</summary>
    public string Path => Bare(Cron.Path?.Value ?? "");

    public bool IsServed(string path) => Answering(path).Any(route => route.Method is "*" or "GET" or "HEAD");

    /// <summary>The routes of the path, whatever their methods.</summary>
    public IEnumerable<ServedRoute> Answering(string path)
    {
        IReadOnlyList<string> paths = HasBasePath ? [path, .. Tails(path)] : [path];
        return Component.Routes.Where(route => paths.Any(route.Path.Matches));
    }

    public static string Bare(string path) => path.Split('?', '#')[0];

    private bool HasBasePath => Component.Code.Any(file => file.SetsBasePath());

    /// <summary><c>/api/jobs</c> and <c>/jobs</c> of <c>/shop/api/jobs</c>.</summary>
    private static IEnumerable<string> Tails(string path)
    {
        for (var at = path.IndexOf('/', Math.Min(1, path.Length)); at > 0 && at < path.Length - 1; at = path.IndexOf('/', at + 1))
        {
            yield return path[at..];
        }
    }
}
