using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>Packages of Go that are C in part, against how the Dockerfile compiles the program that imports them.</summary>
/// <remarks>
/// Sources: Go, "cmd/cgo" (off without a C compiler since Go 1.20, and with CGO_ENABLED=0); mattn/go-sqlite3, README "Installation" and static_mock.go (what the package does
/// without cgo); Docker Hub: golang, "golang:&lt;version&gt;-alpine" (no gcc).
/// </remarks>
internal static class CgoNeeds
{
    private static readonly string[] Compilers = ["gcc", "build-base", "clang", "musl-dev", "zig", "build-essential"];

    // Compiled without cgo they hold stand-ins that answer with an error.
    private static readonly string[] WithStandIns = ["github.com/mattn/go-sqlite3", "gorm.io/driver/sqlite"];

    // Without cgo nothing of them is left, and the compiler stops at the import.
    private static readonly string[] Others =
    [
        "github.com/confluentinc/confluent-kafka-go",
        "github.com/marcboeker/go-duckdb",
        "github.com/h2non/bimg",
        "github.com/davidbyttow/govips",
        "github.com/godror/godror",
        "github.com/mutecomm/go-sqlcipher",
        "gocv.io/x/gocv",
    ];

    // The same databases in Go alone, and other databases: which one is opened a variable may say.
    private static readonly string[] Drivers =
    [
        "modernc.org/sqlite",
        "github.com/glebarez/",
        "github.com/ncruces/go-sqlite3",
        "gorm.io/driver/postgres",
        "gorm.io/driver/mysql",
        "github.com/lib/pq",
        "github.com/jackc/pgx",
        "github.com/go-sql-driver/mysql",
    ];

    public static IReadOnlyList<CgoNeed> Link(Deployment deployment) =>
        [.. deployment.Images.DistinctBy(image => new { image.Dockerfile, image.Final.Declared }).SelectMany(Of)];

    private static IEnumerable<CgoNeed> Of(Image image)
    {
        var imports = image
            .Components.SelectMany(component => component.Code)
            .Where(file => file is { Language: Language.Go, IsTest: false, BuildConstraint: null })
            .SelectMany(file => file.Imports)
            .ToList();
        if (imports.Find(import => IsAny(import, WithStandIns) || IsAny(import, Others)) is not { } found)
        {
            return [];
        }

        var other = IsAny(found, WithStandIns) ? imports.Find(import => IsAny(import, Drivers)) : null;
        return from stage in image.Stages
            where stage.PublicBase?.Name == "golang"
            from at in stage.Commands
            where KnownCommand.Of(at.Command).OfType<BuildCommand>().Any(build => build is { Tool: "go", Verb: "build" or "install" })
            select new CgoNeed(image, found, at.Run.Span)
            {
                OffBecause = OffBecause(image, stage),
                FailsWhenUsed = IsAny(found, WithStandIns) && CgoSetting.Of(image, stage) != true,
                UnknownBecause =
                    ImagePrograms.WhyMore(image, stage)
                    ?? (other is null ? null : $"the program has another driver ({other.Span}), which a setting may choose"),
                Install =
                    stage.PublicBase?.System == BaseSystem.Alpine ? "apk add --no-cache gcc musl-dev" : "apt-get install -y gcc libc6-dev",
            };
    }

    private static string? OffBecause(Image image, ImageStage stage) =>
        CgoSetting.Of(image, stage) == false ? $"{CgoSetting.Name} is 0"
        : stage.PublicBase?.System == BaseSystem.Alpine && !image.Mentions(stage, Compilers) ? $"`{stage.Base.Text}` has no C compiler"
        : null;

    private static bool IsAny(CodeImport import, string[] modules) =>
        Array.Exists(
            modules,
            module =>
                import.Module.StartsWith(module, StringComparison.Ordinal)
                && (import.Module.Length == module.Length || module[^1] == '/' || import.Module[module.Length] == '/')
        );
}
