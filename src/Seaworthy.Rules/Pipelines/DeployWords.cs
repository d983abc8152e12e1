using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Whether a name says that it is about running systems.</summary>
internal static class DeployWords
{
    private static readonly string[] Words =
    [
        "deploy",
        "prod",
        "production",
        "release",
        "staging",
        "server",
        "ci",
        "cd",
        "update",
        "rollout",
    ];

    // What a name says of trials and of the work on the software.
    private static readonly string[] Trials = ["test", "tests", "e2e", "dev", "local"];

    public static bool Says(string name) => Of(name).Any(Words.Contains);

    /// <summary>The name says that it is about trials, or about something else that is named.</summary>
    public static bool SaysTrial(string name, params IEnumerable<string> others) =>
        Of(name).Any(word => Trials.Contains(word) || others.Contains(word));

    /// <summary>It runs on a machine that serves: one that a pipeline reaches, or one whose script says so.</summary>
    public static bool IsOnServer(CommandSite site) => !site.IsOnHostedRunner && (site.IsRemote || Says(site.Subject));

    /// <summary>The words of a name, in small letters.</summary>
    public static string[] Of(string name) =>
        name.ToLowerInvariant().Split(['-', '_', '.', ' ', '/', ':'], StringSplitOptions.RemoveEmptyEntries);
}
