namespace Seaworthy.Engine.Grouping;

/// <summary>Rules of which one change fixes what each of them finds, where they quote one line: the port in a command, the base of an image, a build that lacks its files.</summary>
internal static class Family
{
    private static readonly IReadOnlyList<IReadOnlyList<string>> All =
    [
        [
            "ports/published-port-not-listened",
            "ports/endpoint-port-not-listened",
            "ports/probe-port-not-listened",
            "platforms/assigned-port-ignored",
        ],
        ["containers/package-not-in-release", "containers/end-of-life-image"],
        [
            "containers/build-context-missing",
            "containers/dockerfile-missing",
            "containers/copy-source-missing",
            "containers/build-command-file-missing",
        ],
        [
            "containers/copy-source-missing",
            "containers/copy-from-stage-missing",
            "containers/entrypoint-missing",
            "containers/imported-module-missing",
            "containers/start-program-left-out",
        ],
        ["containers/program-not-in-image", "ports/probe-client-missing"],
        ["orchestration/container-name-taken", "ports/replicas-share-host-port"],
    ];

    private static readonly ILookup<string, int> ByRule = All.SelectMany((rules, index) => rules.Select(rule => new { rule, index }))
        .ToLookup(pair => pair.rule, pair => pair.index, StringComparer.Ordinal);

    /// <summary>Of two that are as grave, the one that is reported: how early a family names it.</summary>
    public static int Rank(string rule) => All.Select(rules => rules.Index().FirstOrDefault(pair => pair.Item == rule).Index).Max();

    public static IEnumerable<int> Of(string rule) => ByRule[rule];
}
