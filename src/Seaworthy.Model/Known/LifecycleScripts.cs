using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>Scripts of a package.json that an installation runs by itself.</summary>
/// <remarks>Source: npm documentation, "scripts: Life Cycle Operation Order".</remarks>
public static class LifecycleScripts
{
    /// <summary>Every package manager runs these, in this order.</summary>
    public static readonly IReadOnlyList<string> Always = ["preinstall", "install", "postinstall"];

    /// <summary>npm and pnpm run these for the package they are called in, in this order.</summary>
    public static readonly IReadOnlyList<string> OfRoot = [.. Always, "prepublish", "preprepare", "prepare", "postprepare"];

    /// <summary>Those that an installation or a platform runs by itself before the program starts.</summary>
    /// <remarks>Sources: npm documentation, "Life Cycle Scripts"; Heroku, "Node.js Support", "Customizing the build process".</remarks>
    public static readonly IReadOnlyList<string> BeforeStart =
    [
        .. Always,
        "prepare",
        "build",
        "heroku-prebuild",
        "heroku-postbuild",
        "gcp-build",
    ];

    private static readonly FrozenSet<string> Quiet = FrozenSet.Create(
        StringComparer.Ordinal,
        ["husky", "prisma", "patch-package", "simple-git-hooks", "lefthook", "is-ci", "true", "echo", "exit", "only-allow"]
    );

    public static bool RunAtInstall(string name) => OfRoot.Contains(name);

    /// <summary>A program that generates code, sets git up or checks something, and builds nothing.</summary>
    public static bool IsQuiet(string program) => Quiet.Contains(program);
}
