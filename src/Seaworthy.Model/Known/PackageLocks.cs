using Seaworthy.Model.Declared.Scripts.Commands;

namespace Seaworthy.Model.Known;

/// <summary>The lock files of the JavaScript package managers.</summary>
public static class PackageLocks
{
    public static IReadOnlyList<string> Names { get; } =
    ["package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb"];

    /// <summary>Those that a manager reads, the usual one first.</summary>
    public static IReadOnlyList<string> Of(string manager) =>
        manager switch
        {
            "npm" => ["package-lock.json", "npm-shrinkwrap.json"],
            "yarn" => ["yarn.lock"],
            "pnpm" => ["pnpm-lock.yaml"],
            _ => [],
        };

    /// <summary>An installation that takes the lock as it stands, as a person would say it; of Yarn's two options only that of its newer releases needs one.</summary>
    public static string Tool(PackageScriptCommand install) =>
        install.Manager switch
        {
            "npm" => "npm ci",
            "yarn" when install.NeedsLock => "yarn install --immutable",
            var manager => $"{manager} install --frozen-lockfile",
        };
}
