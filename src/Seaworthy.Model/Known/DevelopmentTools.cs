using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>Programs of npm packages that a package's scripts run for its developers; no production package includes them.</summary>
/// <remarks>Source: the <c>bin</c> field of each package in the npm registry.</remarks>
public static class DevelopmentTools
{
    private static readonly FrozenDictionary<string, string> Packages = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["husky"] = "husky",
        ["patch-package"] = "patch-package",
        ["lefthook"] = "lefthook",
        ["simple-git-hooks"] = "simple-git-hooks",
        ["lint-staged"] = "lint-staged",
        ["is-ci"] = "is-ci",
        ["pinst"] = "pinst",
        ["ts-patch"] = "ts-patch",
        ["tspc"] = "ts-patch",
        ["nest"] = "@nestjs/cli",
        ["ng"] = "@angular/cli",
        ["tsup"] = "tsup",
        ["unbuild"] = "unbuild",
        ["electron-builder"] = "electron-builder",
        ["commitlint"] = "@commitlint/cli",
        ["react-scripts"] = "react-scripts",
        ["svelte-kit"] = "@sveltejs/kit",
        ["changeset"] = "@changesets/cli",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The package that brings a program; null when it is none of these.</summary>
    public static string? PackageOf(string program) => Packages.GetValueOrDefault(program);
}
