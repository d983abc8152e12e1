using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Platforms;

/// <summary>A path that a platform calls on a schedule, and the application that is to answer.</summary>
internal sealed record ScheduledCall(VercelConfig Config, Component Component, VercelCron Cron)
{
    /// <summary>Without the query.</summary>
    public string Path => Bare(Cron.Path?.Value ?? "");

    public bool IsServed(string path) => Component.Routes.Any(route => route.Method is "*" or "GET" or "HEAD" && route.Path.Matches(path));

    public static string Bare(string path) => path.Split('?', '#')[0];
}
