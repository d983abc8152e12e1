using System.Collections.Frozen;

namespace Seaworthy.Model.Known.Actions;

/// <summary>The published actions that workflows use most.</summary>
public static class KnownActions
{
    public static IReadOnlyList<KnownAction> All { get; } =
    [.. GitHubActions.All, .. SetupActions.All, .. ImageActions.All, .. DeployActions.All, .. CheckActions.All, .. OtherActions.All];

    private static readonly FrozenDictionary<string, KnownAction> ByName = All.ToFrozenDictionary(
        action => action.Name,
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The action of that name (<c>owner/repository</c> or with a path inside).</summary>
    public static KnownAction? Find(string name) => ByName.GetValueOrDefault(name);
}
