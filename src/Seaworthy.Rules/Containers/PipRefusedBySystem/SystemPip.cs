using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Packages;

namespace Seaworthy.Rules.Containers;

/// <summary>Where Dockerfiles install Python packages by the pip of the system's own packages.</summary>
/// <remarks>
/// Sources: PEP 668; Debian 12 release notes, "Python Interpreters marked externally-managed"; Ubuntu 23.04 release notes; Alpine 3.19.0 release notes, "The Python package directory is now marked as externally managed".
/// </remarks>
internal static class SystemPip
{
    private static readonly string[] Managed = ["Debian 12", "Debian 13", "Ubuntu 24.04", "Ubuntu 26.04"];

    // A Dockerfile with one of these has another Python, or has lifted the mark.
    private static readonly string[] Lifted =
    [
        "EXTERNALLY-MANAGED",
        "BREAK_SYSTEM_PACKAGES",
        "break-system-packages",
        "VIRTUAL_ENV",
        "venv",
        "virtualenv",
        "conda",
        "pyenv",
        "get-pip",
        "deadsnakes",
        "/bin:$PATH",
        "/bin:${PATH}",
    ];

    public static IReadOnlyList<SystemPipInstall> Link(Deployment deployment) =>
        [
            .. from image in deployment.Images
            from stage in image.Stages
            where stage.PublicBase is { Name: not "python" }
            let reference = image.Down(stage).Last().Base.Text is { } text ? ImageReference.Parse(text) : null
            where reference is not null
            let pip = image.Down(stage).SelectMany(each => each.Commands).FirstOrDefault(command => IsPip(command.Command))
            where pip is not null
            from command in stage.Commands
            where command.IsDemanded && Installs(command.Command)
            group new
            {
                image,
                stage,
                reference,
                pip,
            } by command.Command.Span into same
            select new SystemPipInstall(
                same.First().image.Dockerfile.File.Path,
                new(same.First().reference.ToString(), same.First().image.Down(same.First().stage).Last().Declared.Span),
                same.First().pip.Command.Span,
                same.Key
            )
            {
                RefusedBy = same.First().image.Mentions(same.First().stage, Lifted) ? null : Refusing(same.First().reference),
                IsForDevelopment = same.First().image.IsForDevelopment,
            },
        ];

    /// <summary>The system's package of pip is installed.</summary>
    private static bool IsPip(ShellCommand command) =>
        KnownCommand
            .Of(command)
            .OfType<PackageInstallCommand>()
            .Any(install => install.Packages.Any(word => word.Literal is "python3-pip" or "python-pip" or "py3-pip"));

    private static bool Installs(ShellCommand command)
    {
        var words = command.Words.Select(word => word.Literal ?? "").ToList();
        var rest = words switch
        {
            ["pip" or "pip3", .. var own] => own,
            ["python" or "python3", "-m", "pip", .. var own] => own,
            _ => [],
        };
        return rest is ["install", ..]
            && !rest.Exists(word =>
                word is "-t" or "--target" or "--prefix" or "--root" or "--dry-run"
                || word.StartsWith("--target=", StringComparison.Ordinal)
            );
    }

    /// <summary>All that the base image may be marks its Python.</summary>
    private static string? Refusing(ImageReference reference) =>
        SystemReleases.Of(reference) is { Count: > 0 } releases
            ? releases.All(Managed.Contains)
                ? releases[0]
                : null
            : reference is { IsOfficial: true, Repository: "ubuntu", EffectiveTag: "latest" or "rolling" }
                ? "Ubuntu 24.04"
                : Alpine(reference);

    private static string? Alpine(ImageReference reference)
    {
        if (!reference.IsOfficial)
        {
            return null;
        }

        var tag = reference.EffectiveTag;
        var at = tag.IndexOf("alpine", StringComparison.Ordinal);
        var release =
            reference.Repository == "alpine" ? tag
            : at >= 0 ? tag[(at + "alpine".Length)..]
            : null;
        return release switch
        {
            null => null,
            "latest" or "edge" or "3" => "Alpine 3.19 or later",
            // Node.js 20 and later were rebuilt on every Alpine since.
            "" when reference.Repository == "node" && int.TryParse(tag.Split('.', '-')[0], out var major) && major >= 20 =>
                "Alpine 3.19 or later",
            _ when release.Split('.') is ["3", var minor, ..] && int.TryParse(minor, out var number) && number >= 19 =>
                $"Alpine 3.{number}",
            _ => null,
        };
    }
}
