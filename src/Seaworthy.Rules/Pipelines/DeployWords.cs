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

    public static bool Says(string name) =>
        name.ToLowerInvariant().Split(['-', '_', '.', ' ', '/', ':'], StringSplitOptions.RemoveEmptyEntries).Any(Words.Contains);
}
