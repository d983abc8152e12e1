namespace Seaworthy.Model.Known.Actions;

/// <summary>The published actions that workflows use most.</summary>
public static class KnownActions
{
    public static IReadOnlyList<KnownAction> All { get; } =
    [.. GitHubActions.All, .. SetupActions.All, .. ImageActions.All, .. DeployActions.All, .. CheckActions.All, .. OtherActions.All];

    private static readonly Dictionary<string, KnownAction> ByName = All.ToDictionary(
        action => action.Name,
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The action of that name (<c>owner/repository</c> or with a path inside).</summary>
    public static KnownAction? Find(string name) => ByName.GetValueOrDefault(name);
}
