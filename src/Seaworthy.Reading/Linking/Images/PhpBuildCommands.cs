using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>What the commands of a Dockerfile upon PHP's official image bring of the system's packages.</summary>
internal static class PhpBuildCommands
{
    // The images' own helpers, and what brings neither extensions nor packages of the system along.
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "composer",
        "curl",
        "wget",
        "mkdir",
        "touch",
        "cp",
        "mv",
        "ln",
        "tar",
        "unzip",
    };

    /// <summary>The installations by the system's package manager in a command.</summary>
    public static IReadOnlyList<PackageInstallCommand> Installs(ShellCommand command) =>
        [.. KnownCommand.Of(command).OfType<PackageInstallCommand>().Where(install => install.Manager is "apt-get" or "apt" or "apk")];

    /// <summary>The name of a package without the version that is asked for; null for a word that is computed.</summary>
    public static string? NameOf(ShellWord word) => word.Literal?.Split('=', '~', ':')[0];

    /// <summary>The compilers that the image itself lists, of which nothing else has need.</summary>
    public static bool IsCompilers(ShellWord word) => word.Raw is "$PHPIZE_DEPS" or "${PHPIZE_DEPS}";

    /// <summary>This program installs no dependencies.</summary>
    public static bool BringsNothing(string program) =>
        program.Length == 0 || HarmlessPrograms.Contains(program) || Others.Contains(program);
}
