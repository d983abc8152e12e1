namespace Seaworthy.Model.Known;

/// <summary>Commands of tools that their later releases no longer know.</summary>
/// <remarks>
/// Source: Poetry, CHANGELOG, 2.0.0: "Remove deprecated CLI options and methods" (#9732), "Remove the dependency on poetry-plugin-export so that poetry export is not included
/// per default" (#5980), "Change the default behavior of poetry lock to --no-update" (#9327); src/poetry/console/commands of 1.8.5 and 2.0.0.
/// </remarks>
public static class RemovedCommands
{
    public static IReadOnlyList<RemovedCommand> OfPoetry { get; } =
    [
        new("install", "--no-dev", 2, "poetry install --only main"),
        new("install", "--remove-untracked", 2, "poetry sync"),
        new("update", "--no-dev", 2, "poetry update --only main"),
        new("show", "--no-dev", 2, "poetry show --only main"),
        new("lock", "--no-update", 2, "poetry lock"),
        new("export", null, 2, "pip install poetry-plugin-export", "poetry-plugin-export"),
    ];
}
