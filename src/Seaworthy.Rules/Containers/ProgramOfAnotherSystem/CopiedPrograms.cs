using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Packages;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>Programs of Go and Rust that a stage compiles and the final one takes along, held against the C library that is there.</summary>
/// <remarks>
/// Sources: Go, "cmd/cgo" (on by default where a C compiler is found) and package net, "Name Resolution" (with cgo it is linked to the system's library);
/// Rust, "Static and dynamic C runtimes" (dynamic for gnu targets, static for musl ones).
/// </remarks>
internal static class CopiedPrograms
{
    // What opens connections in Go comes to package net in the end.
    private static readonly string[] Networking =
    [
        "github.com/gin-gonic/gin",
        "github.com/labstack/echo",
        "github.com/gofiber/fiber",
        "github.com/go-chi/chi",
        "github.com/gorilla/",
        "google.golang.org/grpc",
        "github.com/jackc/pgx",
        "github.com/lib/pq",
        "gorm.io/driver/",
        "github.com/redis/go-redis",
    ];

    // A build or final stage with one of these takes care of it.
    private static readonly string[] BuildWords = ["static", "netgo", "GOARCH", "linkmode", "musl", "RUSTFLAGS", "xx-", "zig"];
    private static readonly string[] RunWords = ["gcompat", "libc6-compat", "glibc", "ld-linux", "/lib64", "ld-musl", "musl"];

    public static IReadOnlyList<CopiedProgram> Link(Deployment deployment) =>
        [.. deployment.Images.SelectMany(image => Of(deployment, image)).DistinctBy(program => new { program.Copy, program.Build })];

    private static IEnumerable<CopiedProgram> Of(Deployment deployment, Image image)
    {
        if (!Has(image.Final, out var has) || image.Mentions(image.Final, RunWords))
        {
            yield break;
        }

        Dictionary<ImageStage, bool> isThoughtOf = new(ReferenceEqualityComparer.Instance);
        foreach (var copy in image.Final.Declared.Instructions.OfType<DockerInstruction.Copy>())
        {
            if (
                copy is not { FromStage: { } from, Sources: [{ Literal: { } source }], Destination.Literal: { } destination }
                || image.Find(from) is not { } stage
                || ImagePath.Join("/", source) is not { } path
                || (isThoughtOf.TryGetValue(stage, out var known) ? known : isThoughtOf[stage] = image.Mentions(stage, BuildWords))
            )
            {
                continue;
            }

            foreach (var command in stage.Commands)
            {
                if (
                    KnownCommand.Of(command.Command).OfType<BuildCommand>().FirstOrDefault() is { } build
                    && Makes(build, command.Directory, path)
                    && Linked(deployment, image, stage, build, command) is var (needs, because, remedy)
                )
                {
                    yield return new CopiedProgram(
                        image.Dockerfile.File.Path,
                        destination is [.., '/'] or "." ? $"{destination.TrimEnd('/')}/{ImagePath.NameOf(path)}" : destination,
                        stage.Base.Text ?? "",
                        image.Final.Base.Text ?? "",
                        copy.Span,
                        command.Run.Span
                    )
                    {
                        Needs = needs,
                        Has = has,
                        Because = because,
                        Remedy = remedy,
                        Newer = Newer(stage, image.Final),
                    };
                }
            }
        }
    }

    /// <summary>A tag that floats may stand for several releases: the earliest counts for the build, the latest for the run.</summary>
    private static NewerRelease? Newer(ImageStage build, ImageStage run) =>
        Debians(build) is { Count: > 0 } linked && Debians(run) is { Count: > 0 } there && linked.Min() > there.Max()
            ? new NewerRelease(linked.Min(), there.Max())
            : null;

    private static List<int> Debians(ImageStage stage) =>
        stage.Base.Text is { } text && ImageReference.Parse(text) is { } reference
            ? [.. SystemReleases.Of(reference).Select(DebianNumber).OfType<int>()]
            : [];

    private static int? DebianNumber(string release) =>
        release.Split(' ') is ["Debian", var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
            ? known
            : null;

    /// <summary>The result of the command is the path, or stands in it.</summary>
    private static bool Makes(BuildCommand build, string? directory, string path) =>
        build switch
        {
            { Tool: "go", Verb: "build", Output.Literal: { } output } => ImagePath.Join(directory, output) is { } made
                && (
                    made == path
                    || ImagePath.Inside(made, path) is not null
                    || (output is [.., '/'] && ImagePath.Inside(path, made) is not null)
                ),
            { Tool: "cargo", Verb: "build" } => path.Contains("/target/release/", StringComparison.Ordinal)
                && build.Command.Words.All(word => !word.Raw.StartsWith("--target", StringComparison.Ordinal)),
            _ => false,
        };

    private static (CLibrary? Needs, string Because, string Remedy)? Linked(
        Deployment deployment,
        Image image,
        ImageStage stage,
        BuildCommand build,
        StageCommand command
    )
    {
        var (name, system) = (stage.PublicBase?.Name, stage.PublicBase?.System);
        if (build.Tool == "cargo")
        {
            return
                name == "rust" && system is BaseSystem.Debian or BaseSystem.DebianFull && !deployment.Tree.Files.Any(IsCargoConfiguration)
                ? (
                    CLibrary.Glibc,
                    "Rust links dynamically for Debian",
                    $"build it on {stage.Base.Text?.Split('-')[0]}-alpine, or run it on debian:{(Debians(stage) is [13] ? "trixie" : "bookworm")}-slim"
                )
                : null;
        }

        if (name != "golang")
        {
            return null;
        }

        const string Remedy = "set `CGO_ENABLED=0` for the build";
        return UsesCgo(image, stage, command.Command) switch
        {
            false => (null, "cgo is off", Remedy),
            null when system == BaseSystem.DebianFull && Opens(image) is { } import => (
                CLibrary.Glibc,
                $"cgo is on by default, and {import.Span} imports {import.Module}",
                Remedy
            ),
            true when system == BaseSystem.DebianFull => (CLibrary.Glibc, "CGO_ENABLED is 1", Remedy),
            true when system == BaseSystem.Alpine && Opens(image) is not null => (CLibrary.Musl, "CGO_ENABLED is 1", Remedy),
            _ => null,
        };
    }

    /// <summary>Whether a command compiles with cgo; null when nothing sets it.</summary>
    private static bool? UsesCgo(Image image, ImageStage stage, ShellCommand command) =>
        CgoSetting.Of(image, stage)
        ?? (image.Mentions(stage, [CgoSetting.Name]) || command.Assignments.Any(set => set.Name == CgoSetting.Name) ? false : null);

    private static CodeImport? Opens(Image image) =>
        image
            .Components.SelectMany(component => component.Code)
            .Where(file => file.Language == Language.Go && !file.File.Name.EndsWith("_test.go", StringComparison.Ordinal))
            .SelectMany(file => file.Imports)
            .FirstOrDefault(import =>
                import.Module is "net" or "net/http" or "os/user" or "net/smtp" or "net/rpc"
                || Array.Exists(Networking, prefix => import.Module.StartsWith(prefix, StringComparison.Ordinal))
            );

    /// <summary>The library of the stage, null for none; false where it is not known.</summary>
    private static bool Has(ImageStage stage, out CLibrary? library)
    {
        var text = stage.Base.Text ?? "";
        var isBare = text == "scratch" || text.StartsWith("gcr.io/distroless/static", StringComparison.Ordinal);
        CLibrary? known = stage.PublicBase?.System switch
        {
            BaseSystem.Alpine => CLibrary.Musl,
            BaseSystem.Debian or BaseSystem.DebianFull or BaseSystem.Ubuntu or BaseSystem.RedHat or BaseSystem.RedHatMicro =>
                CLibrary.Glibc,
            _ => null,
        };
        library = isBare ? null : known;
        return isBare || known is not null;
    }

    private static bool IsCargoConfiguration(RepositoryFile file) =>
        file.Path.EndsWith(".cargo/config.toml", StringComparison.Ordinal) || file.Path.EndsWith(".cargo/config", StringComparison.Ordinal);
}
