using System.Collections.Frozen;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts.Commands;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Model.Topology;

/// <summary>Which programs an image holds: those of its base, and those that its stages install.</summary>
public static class ImagePrograms
{
    // What a health check may call: of others nothing was read in the pages of all images.
    private static readonly FrozenSet<string> Tracked = FrozenSet.Create(
        StringComparer.Ordinal,
        "curl",
        "wget",
        "nc",
        "ncat",
        "bash",
        "mongo"
    );

    // Packages that bring a program of another name.
    private static readonly FrozenDictionary<string, string[]> Bringers = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["curl"] = ["curl", "curl-minimal"],
        ["wget"] = ["wget", "wget2", "busybox"],
        ["nc"] = ["netcat", "netcat-openbsd", "netcat-traditional", "nmap-ncat", "ncat", "nc", "busybox", "busybox-extras"],
        ["ncat"] = ["nmap", "nmap-ncat", "ncat"],
        ["bash"] = ["bash"],
        ["mongo"] = ["mongodb", "mongodb-clients", "mongodb-org", "mongodb-org-shell", "mongodb-tools"],
        ["mvn"] = ["maven"],
        ["envsubst"] = ["gettext", "gettext-base", "gettext-envsubst"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> SystemManagers = FrozenSet.Create(
        StringComparer.Ordinal,
        "apt-get",
        "apt",
        "aptitude",
        "apk",
        "yum",
        "dnf",
        "microdnf",
        "tdnf",
        "zypper"
    );

    // Whatever else they do, they install what a file or a script of theirs says.
    private static readonly FrozenSet<string> Opaque = FrozenSet.Create(
        StringComparer.Ordinal,
        "",
        "sh",
        "bash",
        "ash",
        "make",
        "xargs",
        "dpkg",
        "rpm",
        "playwright",
        "ansible-playbook",
        "nix",
        "brew",
        "conda",
        "mamba",
        "micromamba",
        "eval",
        "source",
        "."
    );

    private const string NoProgram = "\0";

    /// <summary>Programs of which the answer can be "no".</summary>
    public static bool IsTracked(string program) => Tracked.Contains(program);

    /// <summary>Whether the image holds a program: present with what brings it, absent, or unknown with the reason.</summary>
    public static PathAnswer Find(Image image, string program)
    {
        ArgumentNullException.ThrowIfNull(image);
        return Find(image, image.Final, program, countsCalls: true);
    }

    /// <summary>The same of one stage.</summary>
    /// <param name="countsCalls">A command of the build that calls the program is a sign that it is there; false where just that is asked.</param>
    public static PathAnswer Find(Image image, ImageStage of, string program, bool countsCalls)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(of);
        string? doubt = null;
        foreach (var stage in image.Down(of))
        {
            foreach (var answer in Brought(stage, program, countsCalls))
            {
                if (answer.Presence == Presence.Present)
                {
                    return answer;
                }

                doubt ??= answer.Why;
            }
        }

        return of.PublicBase switch
        {
            null => new PathAnswer(Presence.Unknown, program, Why: "its base image is unknown"),
            { } known when known.HasTool(program) is true => new PathAnswer(Presence.Present, program),
            { } known when known.HasTool(program) is null => new PathAnswer(
                Presence.Unknown,
                program,
                Why: $"the contents of {known.Name} are unknown"
            ),
            _ when doubt is not null => new PathAnswer(Presence.Unknown, program, Why: doubt),
            _ => new PathAnswer(Presence.Absent, program),
        };
    }

    /// <summary>Why a stage may hold more than its base and the packages that its commands name; null when everything is known.</summary>
    public static string? WhyMore(Image image, ImageStage of)
    {
        ArgumentNullException.ThrowIfNull(image);
        return image
            .Down(of)
            .SelectMany(stage => Brought(stage, NoProgram, countsCalls: false))
            .FirstOrDefault(answer => answer.Presence == Presence.Unknown)
            ?.Why;
    }

    private static IEnumerable<PathAnswer> Brought(ImageStage stage, string program, bool countsCalls)
    {
        foreach (var command in stage.Commands)
        {
            var line = CommandLine.Of(command.Command);
            var install = KnownCommand
                .Of(command.Command)
                .OfType<PackageInstallCommand>()
                .FirstOrDefault(found => SystemManagers.Contains(found.Manager));
            if ((countsCalls && line.Program == program) || install?.Packages.Any(word => Brings(word.Literal, program)) == true)
            {
                yield return new PathAnswer(Presence.Present, program, Because: command.Command.Span);
            }
            else if (install is null ? IsOpaque(line) : install.Packages.Any(word => word.Literal is null))
            {
                yield return new PathAnswer(Presence.Unknown, program, Why: $"it is unknown what {command.Command.Span} installs");
            }
        }

        foreach (var copy in stage.Declared.Instructions.OfType<DockerInstruction.Copy>())
        {
            if (copy.Destination?.Literal is not { } target)
            {
                continue;
            }

            var names = copy
                .Sources.Select(source => source.Literal ?? "")
                .Append(target)
                .Select(path => path[(path.LastIndexOf('/') + 1)..]);
            if (names.Contains(program))
            {
                yield return new PathAnswer(Presence.Present, program, Because: copy.Span);
            }
            else if (
                copy.From is not null
                && target.TrimEnd('/')
                    is ""
                        or "/bin"
                        or "/sbin"
                        or "/usr"
                        or "/usr/bin"
                        or "/usr/sbin"
                        or "/usr/local"
                        or "/usr/local/bin"
                        or "/opt"
            )
            {
                yield return new PathAnswer(Presence.Unknown, program, Why: $"it is unknown what {copy.Span} copies");
            }
        }
    }

    /// <summary>Whether a package of the system brings a program: <c>curl=8.5.0-r0</c>, <c>curl:amd64</c>.</summary>
    public static bool Brings(string? package, string program) =>
        package is not null
        && (Bringers.GetValueOrDefault(program)?.Contains(package.Split('=', ':', '~', '>', '<')[0]) ?? package == program);

    private static bool IsOpaque(CommandLine line) =>
        Opaque.Contains(line.Program) || line.ProgramWord?.Literal is null or ['.', ..] or ['/', ..];
}
